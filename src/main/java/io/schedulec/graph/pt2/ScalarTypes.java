package io.schedulec.graph.pt2;

import io.schedulec.graph.DataType;

/** The numbers of element types, PyTorch's and ONNX's. */
final class ScalarTypes {
  private ScalarTypes() {}

  /** The element type that a number of PyTorch's schema stands for. */
  static DataType of(long number) {
    return switch ((int) number) {
      case 1 -> DataType.UINT8;
      case 2 -> DataType.INT8;
      case 3 -> DataType.INT16;
      case 4 -> DataType.INT32;
      case 5 -> DataType.INT64;
      case 6 -> DataType.FLOAT16;
      case 7 -> DataType.FLOAT32;
      case 8 -> DataType.FLOAT64;
      case 9, 10, 11 -> DataType.COMPLEX;
      case 12 -> DataType.BOOL;
      case 13 -> DataType.BFLOAT16;
      case 28 -> DataType.UINT16;
      case 29, 30, 31, 32, 33 -> DataType.FLOAT8;
      case 34 -> DataType.UINT32;
      case 35 -> DataType.UINT64;
      default -> DataType.UNKNOWN;
    };
  }

  /** The number of an element type in ONNX; 0 where it has several. */
  static long onnx(DataType type) {
    return switch (type) {
      case FLOAT32 -> 1;
      case UINT8 -> 2;
      case INT8 -> 3;
      case UINT16 -> 4;
      case INT16 -> 5;
      case INT32 -> 6;
      case INT64 -> 7;
      case STRING -> 8;
      case BOOL -> 9;
      case FLOAT16 -> 10;
      case FLOAT64 -> 11;
      case UINT32 -> 12;
      case UINT64 -> 13;
      case BFLOAT16 -> 16;
      case FLOAT8, COMPLEX, UNKNOWN -> 0;
    };
  }
}
