package io.schedulec.graph.pt2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Gates are sorted, layers and directions taken apart. */
final class RecurrencesTest {
  @Test
  void oneLayer() {
    assertThat(
            OneCall.of("lstm.input")
                .tensor("input", 7, 2, 16)
                .tensors("hx", new long[] {1, 2, 8}, new long[] {1, 2, 8})
                .tensors(
                    "params",
                    new long[] {32, 16},
                    new long[] {32, 8},
                    new long[] {32},
                    new long[] {32})
                .flag("has_biases", true)
                .number("num_layers", 1)
                .result(7, 2, 8)
                .result(1, 2, 8)
                .result(1, 2, 8)
                .nodes())
        .containsExactly(
            "%1/0, %1/1, %1/2, %1/3 = Split(params0, [8, 8, 8, 8]) axis=0",
            "%2 = Concat(%1/0, %1/3, %1/1, %1/2) axis=0",
            "%4 = Unsqueeze(%2, [0])",
            "%6/0, %6/1, %6/2, %6/3 = Split(params1, [8, 8, 8, 8]) axis=0",
            "%7 = Concat(%6/0, %6/3, %6/1, %6/2) axis=0",
            "%9 = Unsqueeze(%7, [0])",
            "%11/0, %11/1, %11/2, %11/3 = Split(params2, [8, 8, 8, 8]) axis=0",
            "%12 = Concat(%11/0, %11/3, %11/1, %11/2) axis=0",
            "%14/0, %14/1, %14/2, %14/3 = Split(params3, [8, 8, 8, 8]) axis=0",
            "%15 = Concat(%14/0, %14/3, %14/1, %14/2) axis=0",
            "%16 = Concat(%12, %15) axis=0",
            "%18 = Unsqueeze(%16, [0])",
            "%19/0, %19/1, %19/2 = LSTM(input, %4, %9, %18, -, hx0, hx1) direction=forward hidden_size=8",
            "%21 = Squeeze(%19/0, [1])",
            "r0 = Identity(%21)",
            "r1 = Identity(%19/1)",
            "r2 = Identity(%19/2)");
  }

  @Test
  void twoDirectionsOfABatch() {
    assertThat(
            OneCall.of("gru.input")
                .tensor("input", 2, 7, 16)
                .tensor("hx", 2, 2, 8)
                .tensors(
                    "params",
                    new long[] {24, 16},
                    new long[] {24, 8},
                    new long[] {24, 16},
                    new long[] {24, 8})
                .flag("has_biases", false)
                .number("num_layers", 1)
                .flag("bidirectional", true)
                .flag("batch_first", true)
                .result(2, 7, 16)
                .result(2, 2, 8)
                .nodes())
        .containsExactly(
            "%0 = Transpose(input) perm=[1,0,2]",
            "%2/0, %2/1, %2/2 = Split(params0, [8, 8, 8]) axis=0",
            "%3 = Concat(%2/1, %2/0, %2/2) axis=0",
            "%5 = Unsqueeze(%3, [0])",
            "%7/0, %7/1, %7/2 = Split(params2, [8, 8, 8]) axis=0",
            "%8 = Concat(%7/1, %7/0, %7/2) axis=0",
            "%10 = Unsqueeze(%8, [0])",
            "%11 = Concat(%5, %10) axis=0",
            "%13/0, %13/1, %13/2 = Split(params1, [8, 8, 8]) axis=0",
            "%14 = Concat(%13/1, %13/0, %13/2) axis=0",
            "%16 = Unsqueeze(%14, [0])",
            "%18/0, %18/1, %18/2 = Split(params3, [8, 8, 8]) axis=0",
            "%19 = Concat(%18/1, %18/0, %18/2) axis=0",
            "%21 = Unsqueeze(%19, [0])",
            "%22 = Concat(%16, %21) axis=0",
            "%23/0, %23/1 = GRU(%0, %11, %22, -, -, hx) direction=bidirectional hidden_size=8 linear_before_reset=1",
            "%24 = Transpose(%23/0) perm=[0,2,1,3]",
            "%26 = Reshape(%24, [0, 0, 16])",
            "r0 = Transpose(%26) perm=[1,0,2]",
            "r1 = Identity(%23/1)");
  }

  @Test
  void twoLayers() {
    assertThat(
            OneCall.of("rnn_tanh.input")
                .tensor("input", 7, 2, 16)
                .tensor("hx", 2, 2, 8)
                .tensors(
                    "params",
                    new long[] {8, 16},
                    new long[] {8, 8},
                    new long[] {8, 8},
                    new long[] {8, 8})
                .flag("has_biases", false)
                .number("num_layers", 2)
                .result(7, 2, 8)
                .result(2, 2, 8)
                .nodes())
        .containsExactly(
            "%1 = Unsqueeze(params0, [0])",
            "%3 = Unsqueeze(params1, [0])",
            "%7 = Slice(hx, [0], [1], [0])",
            "%8/0, %8/1 = RNN(input, %1, %3, -, -, %7) direction=forward hidden_size=8",
            "%10 = Squeeze(%8/0, [1])",
            "%12 = Unsqueeze(params2, [0])",
            "%14 = Unsqueeze(params3, [0])",
            "%18 = Slice(hx, [1], [2], [0])",
            "%19/0, %19/1 = RNN(%10, %12, %14, -, -, %18) direction=forward hidden_size=8",
            "%21 = Squeeze(%19/0, [1])",
            "r0 = Identity(%21)",
            "r1 = Concat(%8/1, %19/1) axis=0");
  }

  @Test
  void projectionsStay() {
    assertThat(
            OneCall.of("lstm.input")
                .tensor("input", 7, 2, 16)
                .tensors("hx", new long[] {1, 2, 4}, new long[] {1, 2, 8})
                .tensors("params", new long[] {32, 16}, new long[] {32, 4}, new long[] {4, 8})
                .flag("has_biases", false)
                .number("num_layers", 1)
                .result(7, 2, 4)
                .result(1, 2, 4)
                .result(1, 2, 8)
                .nodes())
        .containsExactly("r0, r1, r2 = aten::lstm(input, hx0, hx1, params0, params1, params2)");
  }
}
