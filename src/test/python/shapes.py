"""Writes models of one operator each, and what ONNX itself infers of their outputs.

Usage: shapes.py FOLDER COUNT; prints a line for each model: its file and the shapes of its
outputs, `?` for an unknown size and `-` for an unknown rank.
"""

import random
import sys

import onnx
from onnx import TensorProto, helper, shape_inference

FLOAT, WHOLE, TRUTH = TensorProto.FLOAT, TensorProto.INT64, TensorProto.BOOL
ELEMENTWISE = ["Relu", "Softmax", "Not", "Gelu", "HardSwish", "Mish", "Trilu", "Hardmax"]
pick = random.choice


def sizes(rank, low=1, high=9):
    return [random.randint(low, high) for _ in range(rank)]


def conv(rank=2):
    n, c, m, group = pick([1, 2]), pick([2, 4, 6]), pick([2, 4]), pick([1, 2])
    kernel = sizes(rank, 1, 3)
    attributes = {"group": group, "strides": sizes(rank, 1, 3), "dilations": sizes(rank, 1, 2)}
    if random.random() < 0.3:
        attributes["auto_pad"] = pick(["SAME_UPPER", "SAME_LOWER", "VALID"])
        attributes["dilations"] = [1] * rank
    else:
        attributes["pads"] = sizes(2 * rank, 0, 2)
    image = sizes(rank, 8, 19)
    if pick([True, False]):
        return "Conv", [[n, c] + image, [m, c // group] + kernel], attributes
    return "ConvTranspose", [[n, c] + image, [c, m // group] + kernel], attributes


def pool():
    rank = pick([1, 2, 3])
    kernel = sizes(rank, 1, 3)
    attributes = {
        "kernel_shape": kernel,
        "strides": sizes(rank, 1, 3),
        "pads": [random.randint(0, k - 1) for k in kernel + kernel],
        "ceil_mode": pick([0, 1]),
    }
    return pick(["MaxPool", "AveragePool"]), [sizes(2) + sizes(rank, 6, 19)], attributes


def recurrent():
    gates, name = pick([(4, "LSTM"), (3, "GRU"), (1, "RNN")])
    t, n, f, h = sizes(4, 2, 6)
    d, layout = pick([1, 2]), pick([0, 1])
    attributes = {"hidden_size": h, "layout": layout}
    if d == 2:
        attributes["direction"] = "bidirectional"
    first = [n, t, f] if layout else [t, n, f]
    return name, [first, [d, gates * h, f], [d, gates * h, h]], attributes


def reduce():
    rank = random.randint(1, 4)
    axes = random.sample(range(-rank, 0), random.randint(1, rank))
    name = pick(["ReduceMean", "ReduceSum", "ReduceMax", "ReduceProd", "ReduceL2"])
    return name, [sizes(rank), axes], {"keepdims": pick([0, 1])}


def strided():
    rank = random.randint(1, 4)
    axes = random.sample(range(rank), random.randint(1, rank))
    starts = [random.randint(-9, 9) for _ in axes]
    ends = [pick([random.randint(-9, 9), 2**31 - 1, 2**63 - 1, -(2**63)]) for _ in axes]
    steps = [pick([1, 1, 2, 3, -1, -2]) for _ in axes]
    return "Slice", [sizes(rank), starts, ends, axes, steps], {}


def reshape():
    shape = sizes(random.randint(1, 4))
    target = list(shape)
    random.shuffle(target)
    if random.random() < 0.7:
        target[random.randrange(len(target))] = -1
    elif len(target) > 1:
        target = [target[0] * target[1]] + target[2:]
    return "Reshape", [shape, target], {}


def einsum():
    a, b, c, d = sizes(4)
    equation, shapes = pick([
        ("ab,bc->ac", [[a, b], [b, c]]), ("abc,acd->abd", [[a, b, c], [a, c, d]]),
        ("...ab,...bc->...ac", [[d, 1, a, b], [3, b, c]]), ("ab", [[a, b]]), ("ba", [[a, b]]),
        ("ab,bc", [[a, b], [b, c]]), ("...a->...", [[b, c, a]]), ("aa->a", [[a, a]]),
        ("bhqd,bkhd->bhqk", [[a, b, c, d], [a, 5, b, d]]), ("ab,ab->", [[a, b], [a, b]]),
    ])
    return "Einsum", shapes, {"equation": equation}


def gather():
    rank = random.randint(1, 4)
    shape = sizes(rank, 2, 6)
    axis = random.randint(-rank, rank - 1)
    kind = pick(["Gather", "GatherElements", "GatherND", "ScatterND", "ScatterElements"])
    if kind == "Gather":
        return kind, [shape, (WHOLE, sizes(random.randint(0, 2)))], {"axis": axis}
    if kind == "GatherElements":
        return kind, [shape, (WHOLE, sizes(rank))], {"axis": axis}
    if kind == "GatherND":
        depth = random.randint(1, rank)
        return kind, [shape, (WHOLE, sizes(random.randint(0, 2)) + [depth])], {}
    return kind, [shape, (WHOLE, shape), shape], {}


def resize():
    shape = sizes(2) + sizes(2, 4, 15)
    if pick([True, False]):
        return "Resize", [shape, None, None, shape[:2] + sizes(2, 4, 15)], {}
    scales = [1.0, 1.0, pick([0.5, 0.7, 1.3, 2.0, 3.1]), pick([0.5, 0.7, 1.3, 2.0, 3.1])]
    return "Resize", [shape, None, ("scales", scales)], {}


def normalization():
    shape = sizes(random.randint(2, 4))
    c = [shape[1]]
    return pick([
        ("LayerNormalization", [shape, [shape[-1]], [shape[-1]]], {}),
        ("RMSNormalization", [shape, [shape[-1]]], {}),
        ("InstanceNormalization", [shape + [5], c, c], {}),
        ("GroupNormalization", [shape + [5], c, c], {"num_groups": 1}),
        ("LRN", [shape, ], {"size": 3}),
    ])


def rest():
    a, b, c, d = sizes(4, 2, 6)
    return pick([
        ("MatMul", [[a, 1, b, c], [d, c, 3]], {}), ("MatMul", [[b], [a, b, c]], {}),
        ("Gemm", [[a, b], [c, a]], {"transA": 1, "transB": 1}),
        ("Add", [[a, 1, c], [b, 1]], {}), ("Where", [(TRUTH, [a, 1]), [b], [a, b]], {}),
        ("Concat", [[a, b], [a, c]], {"axis": -1}), ("Transpose", [[a, b, c]], {"perm": [2, 0, 1]}),
        ("Flatten", [[a, b, c, d]], {"axis": pick([0, 1, 2, -1, 4])}),
        ("Squeeze", [[1, a, 1], [0]], {}), ("Squeeze", [[1, a, 1]], {}),
        ("Unsqueeze", [[a, b], [0, -1]], {}), ("Tile", [[a, b], [2, 3]], {}),
        ("Expand", [[a, 1], [c, a, b]], {}), ("Pad", [[a, b], [1, 0, 2, 3]], {}),
        ("DepthToSpace", [[a, 4 * b, c, d]], {"blocksize": 2}),
        ("SpaceToDepth", [[a, b, 2 * c, 2 * d]], {"blocksize": 2}),
        ("TopK", [[a, b, c], [2]], {"axis": 1}), ("OneHot", [(WHOLE, [a, b]), [7], [2]], {"axis": 1}),
        ("NonZero", [[a, b]], {}), ("Compress", [[a, b], (TRUTH, [b])], {"axis": 1}),
        ("CumSum", [[a, b], [0]], {}), ("Det", [[a, b, c, c]], {}), ("Size", [[a, b]], {}),
        ("Shape", [[a, b, c, d]], {"start": pick([0, 1, -2]), "end": pick([2, -1, 9])}),
        ("GridSample", [[a, b, 8, 8], [a, c, d, 2]], {}), ("GlobalAveragePool", [[a, b, c, d]], {}),
        ("RoiAlign", [[a, b, 8, 8], [c, 4], (WHOLE, [c])], {"output_height": 3, "output_width": 2}),
        ("Col2Im", [[a, b * 4, 9], [4, 4], [2, 2]], {}), ("EyeLike", [[a, b]], {}),
        ("CenterCropPad", [[a, b, c], [3, 4]], {"axes": [0, 2]}), ("Dropout", [[a, b]], {}),
        ("Split", [[a, 7], [3, 4]], {"axis": 1}), ("Split", [[7, a]], {"num_outputs": 2}),
        ("ArgMax", [[a, b, c]], {"axis": 1, "keepdims": pick([0, 1])}),
        ("Attention", [[a, 4, b, 8], [a, 2, c, 8], [a, 2, c, d]], {}),
        ("Attention", [[a, b, 32], [a, c, 16], [a, c, 16]], {"q_num_heads": 4, "kv_num_heads": 2}),
        ("STFT", [[a, 100, 1], [10], None, [20]], {}), ("DFT", [[a, 10, 1], None, [1]], {"onesided": 1}),
        ("HannWindow", [[12]], {}), ("ReverseSequence", [[a, b], (WHOLE, [b])], {}),
        ("DynamicQuantizeLinear", [[a, b]], {}), ("Range", [[2], [19], [3]], {}),
        ("MaxUnpool", [[a, b, c, d], (WHOLE, [a, b, c, d])], {"kernel_shape": [2, 2], "strides": [2, 2]}),
    ])


OUTPUTS = {"LSTM": 3, "GRU": 2, "RNN": 2, "TopK": 2, "Split": 2, "MaxPool": 2, "Dropout": 2,
           "DynamicQuantizeLinear": 3, "LayerNormalization": 3}
SCALARS = {"Range", "CumSum", "STFT", "DFT", "HannWindow"}
FIRST_IS_CONTENTS = {"Range", "HannWindow"}


def is_contents(name, place, entry):
    """Whether a list stands for the elements of a constant and not for a shape."""
    if name in FIRST_IS_CONTENTS:
        return True
    constants = {"Slice": 1, "Reshape": 1, "Squeeze": 1, "Unsqueeze": 1, "Tile": 1, "Expand": 1,
                 "Pad": 1, "TopK": 1, "Resize": 3, "Col2Im": 1, "CenterCropPad": 1, "Split": 1,
                 "CumSum": 1, "STFT": 1, "DFT": 2}
    first = 1 if name.startswith("Reduce") else constants.get(name, 99)
    return place >= first or (name == "OneHot" and place == 1)


def model(name, operands, attributes):
    inputs, initializers, names = [], [], []
    for place, entry in enumerate(operands):
        label = "x%d" % place
        names.append("" if entry is None else label)
        if entry is None:
            continue
        if isinstance(entry, tuple) and entry[0] == "scales":
            initializers.append(helper.make_tensor(label, FLOAT, [len(entry[1])], entry[1]))
        elif isinstance(entry, list) and is_contents(name, place, entry):
            shape = [] if name in SCALARS else [len(entry)]
            initializers.append(helper.make_tensor(label, WHOLE, shape, entry))
        else:
            kind, shape = entry if isinstance(entry, tuple) else (FLOAT, entry)
            shape = [("s%d" % s if random.random() < 0.1 else s) for s in shape]
            inputs.append(helper.make_tensor_value_info(label, TRUTH if name == "Not" else kind, shape))
    results = ["y%d" % i for i in range(OUTPUTS.get(name, 1))]
    node = helper.make_node(name, names, results, **attributes)
    outputs = [onnx.ValueInfoProto(name=result) for result in results]
    graph = helper.make_graph([node], "g", inputs, outputs, initializers)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 23)])


def text(value):
    kind = value.type.tensor_type
    if not kind.HasField("shape"):
        return "-"
    dims = [str(d.dim_value) if d.HasField("dim_value") else "?" for d in kind.shape.dim]
    return "x".join(dims) or "scalar"


def main(folder, count):
    random.seed(1)
    makers = [conv, lambda: conv(1), pool, recurrent, reduce, strided, reshape, einsum, gather, resize,
              normalization, rest, rest, rest, lambda: (pick(ELEMENTWISE), [sizes(random.randint(2, 4))], {})]
    for i in range(count):
        made = model(*pick(makers)())
        try:
            known = shape_inference.infer_shapes(made, strict_mode=True, data_prop=True)
        except Exception:
            continue
        onnx.save(made, "%s/%d.onnx" % (folder, i))
        print(i, *[text(output) for output in known.graph.output])


main(sys.argv[1], int(sys.argv[2]))
