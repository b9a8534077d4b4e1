package io.schedulec.graph;

/** Element type of a tensor, as far as the analysis needs to tell them apart. */
public enum DataType {
  FLOAT32(4, true),
  FLOAT64(8, true),
  FLOAT16(2, true),
  BFLOAT16(2, true),
  FLOAT8(1, true),
  INT64(8, false),
  INT32(4, false),
  INT16(2, false),
  INT8(1, false),
  UINT64(8, false),
  UINT32(4, false),
  UINT16(2, false),
  UINT8(1, false),
  BOOL(1, false),
  STRING(0, false),
  COMPLEX(8, false),
  UNKNOWN(0, false);

  private final int bytes;
  private final boolean floating;

  DataType(int bytes, boolean floating) {
    this.bytes = bytes;
    this.floating = floating;
  }

  /** Bytes per element; 0 where that is not fixed. */
  public int bytes() {
    return bytes;
  }

  /** Whether weights can have this type. */
  public boolean floating() {
    return floating;
  }

  /** Whether this is a whole-number type. */
  public boolean integer() {
    return switch (this) {
      case INT64, INT32, INT16, INT8, UINT64, UINT32, UINT16, UINT8 -> true;
      case FLOAT32, FLOAT64, FLOAT16, BFLOAT16, FLOAT8, BOOL, STRING, COMPLEX, UNKNOWN -> false;
    };
  }
}
