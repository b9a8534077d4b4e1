package io.schedulec.graph.onnx;

import io.schedulec.graph.DataType;

/** The numbers that ONNX gives to element types. */
final class ElementTypes {
  private ElementTypes() {}

  /** The element type of a number; unknown for sub-byte types and those of later versions. */
  static DataType of(long number) {
    if (number < 0 || number > 26) {
      return DataType.UNKNOWN;
    }
    return switch ((int) number) {
      case 1 -> DataType.FLOAT32;
      case 2 -> DataType.UINT8;
      case 3 -> DataType.INT8;
      case 4 -> DataType.UINT16;
      case 5 -> DataType.INT16;
      case 6 -> DataType.INT32;
      case 7 -> DataType.INT64;
      case 8 -> DataType.STRING;
      case 9 -> DataType.BOOL;
      case 10 -> DataType.FLOAT16;
      case 11 -> DataType.FLOAT64;
      case 12 -> DataType.UINT32;
      case 13 -> DataType.UINT64;
      case 14, 15 -> DataType.COMPLEX;
      case 16 -> DataType.BFLOAT16;
      case 17, 18, 19, 20, 24 -> DataType.FLOAT8;
      default -> DataType.UNKNOWN;
    };
  }

  /** The number of an element type that has only one; 0 for others. */
  static int number(DataType type) {
    for (int number = 1; number <= 16; number++) {
      if (of(number) == type && type != DataType.COMPLEX) {
        return number;
      }
    }
    return 0;
  }
}
