package io.schedulec.graph;

import java.util.ArrayList;
import java.util.List;

/** Families of operators that several parts of the analysis treat alike. */
public final class Operators {
  /** They compute each element from the element at the same place of their first input. */
  public static final List<String> ELEMENTWISE =
      List.of(
          "Abs",
          "Acos",
          "Acosh",
          "Asin",
          "Asinh",
          "Atan",
          "Atanh",
          "BitwiseNot",
          "Cast",
          "CastLike",
          "Ceil",
          "Celu",
          "Clip",
          "Cos",
          "Cosh",
          "Elu",
          "Erf",
          "Exp",
          "Floor",
          "Gelu",
          "HardSigmoid",
          "HardSwish",
          "Identity",
          "IsInf",
          "IsNaN",
          "LeakyRelu",
          "Log",
          "Mish",
          "Neg",
          "Not",
          "Reciprocal",
          "Relu",
          "Round",
          "Selu",
          "Shrink",
          "Sigmoid",
          "Sign",
          "Sin",
          "Sinh",
          "Softplus",
          "Softsign",
          "Sqrt",
          "Swish",
          "Tan",
          "Tanh",
          "ThresholdedRelu");

  /** They compute one element from all elements along some axes. */
  public static final List<String> REDUCTIONS =
      List.of(
          "ReduceMean",
          "ReduceSum",
          "ReduceMax",
          "ReduceMin",
          "ReduceProd",
          "ReduceL1",
          "ReduceL2",
          "ReduceLogSum",
          "ReduceLogSumExp",
          "ReduceSumSquare",
          "ArgMax",
          "ArgMin");

  private Operators() {}

  /** A family and some operators more. */
  public static List<String> and(List<String> family, String... more) {
    List<String> all = new ArrayList<>(family);
    for (String operator : more) {
      all.add(operator);
    }
    return all;
  }
}
