"""Which structures a schedule removes, computed with NumPy alone.

usage: ranking.py SCHEDULE MODEL [NAMED_MODEL]

Writes a JSON object {tensor: {"axis": axis, "indices": [...]}} for the tensors that the ranked pruners
of the schedule list (with Leader: what the leader's ranking gives to all). NAMED_MODEL is an export
of the same network that keeps parameter names; its layers stand in the same order.
"""

import json
import math
import sys

import numpy
import onnx
import yaml
from onnx import numpy_helper

LAYERS = ("Conv", "Gemm")


def layer_weights(path):
    graph = onnx.load(path).graph
    stored = {tensor.name: tensor for tensor in graph.initializer}
    same = {node.output[0]: node.input[0] for node in graph.node if node.op_type == "Identity"}
    names = [same.get(node.input[1], node.input[1]) for node in graph.node if node.op_type in LAYERS]
    return [(name, numpy_helper.to_array(stored[name]).astype(numpy.float64)) for name in names]


def named_weights(model, named):
    names = [name for name, _ in layer_weights(named)]
    arrays = [array for _, array in layer_weights(model)]
    assert len(names) == len(arrays)
    return dict(zip(names, arrays))


def scores(array, axis, criterion):
    others = tuple(i for i in range(array.ndim) if i != axis)
    if criterion == "L1":
        return numpy.abs(array).sum(axis=others)
    return numpy.sqrt((array * array).sum(axis=others))


def removed(array, axis, criterion, share):
    values = scores(array, axis, criterion)
    count = math.floor(share * len(values))
    if count == 0:
        return []
    threshold = numpy.sort(values)[count - 1]
    return numpy.nonzero(values <= threshold)[0].tolist()


def main(schedule, model, named=None):
    weights = named_weights(model, named or model)
    result = {}
    for pruner in yaml.safe_load(open(schedule, encoding="utf-8"))["pruners"].values():
        criterion = pruner["class"][:2]
        axis = 0 if pruner["group_type"] in ("Filters", "3D") else 1
        share = pruner.get("final_sparsity", pruner.get("desired_sparsity"))
        listed = [name[len("module.") :] if name.startswith("module.") else name for name in pruner["weights"]]
        for name in listed:
            ranked = listed[0] if pruner.get("group_dependency") == "Leader" else name
            result[name] = {"axis": axis, "indices": removed(weights[ranked], axis, criterion, share)}
    json.dump(result, sys.stdout, sort_keys=True)
    print()


if __name__ == "__main__":
    main(*sys.argv[1:])
