package io.schedulec.graph;

import java.util.List;
import java.util.Optional;

/**
 * What a user says of an operator that is not known. Whatever it does not mention stays as it is.
 *
 * @param domain the operator's domain; empty for the standard one
 * @param opType its name
 * @param clauses what is said of it
 */
public record DeclaredOperator(String domain, String opType, List<Clause> clauses) {
  /** Copies the clauses. */
  public DeclaredOperator {
    clauses = List.copyOf(clauses);
  }

  /** What a clause is about. */
  public enum Kind {
    /** An output is like input 0: of the same shape, and its axes are those of the input. */
    SAME,
    /** An axis of an output is an axis of an input. */
    OUTPUT,
    /** An axis of an input is numbered like an axis of another input. */
    INPUT
  }

  /**
   * One thing that is said of an operator.
   *
   * @param kind what it is about
   * @param place which output or input it is about
   * @param axis which of its axes; 0 for {@link Kind#SAME}
   * @param input the input that it is compared with
   * @param axisOfInput the axis of that input; 0 for {@link Kind#SAME}
   */
  public record Clause(Kind kind, int place, int axis, int input, int axisOfInput) {

    /** An output is like input 0. */
    public static Clause same(int output) {
      return new Clause(Kind.SAME, output, 0, 0, 0);
    }

    /** The output or input that it is about, if a node has it. */
    public Optional<Value> subject(Node node) {
      return kind == Kind.INPUT ? node.input(place) : node.output(place);
    }

    /** What it is about, in words. */
    public String words() {
      return switch (kind) {
        case SAME -> "output " + place;
        case OUTPUT -> "axis " + axis + " of output " + place;
        case INPUT -> "axis " + axis + " of input " + place;
      };
    }

    /** What that is compared with, in words. */
    public String counterpart() {
      return kind == Kind.SAME ? "input 0" : "axis " + axisOfInput + " of input " + input;
    }
  }

  /** The name that it is declared under. */
  public String name() {
    return name(domain, opType);
  }

  /** The name that a node's operator would be declared under. */
  static String name(String domain, String opType) {
    return domain.isEmpty() ? opType : domain.concat("::").concat(opType);
  }

  /** Whether it is said what an axis of an output is. */
  public boolean makes(int output, int axis) {
    for (Clause clause : clauses) {
      boolean same = clause.kind() == Kind.SAME && clause.place() == output;
      boolean own =
          clause.kind() == Kind.OUTPUT && clause.place() == output && clause.axis() == axis;
      if (same || own) {
        return true;
      }
    }
    return false;
  }

  /** Whether something is said of an axis of an input, so that it need not stay as it is. */
  public boolean mentions(int input, int axis) {
    for (Clause clause : clauses) {
      boolean compared =
          clause.input() == input && (clause.kind() == Kind.SAME || clause.axisOfInput() == axis);
      boolean subject =
          clause.kind() == Kind.INPUT && clause.place() == input && clause.axis() == axis;
      if (compared || subject) {
        return true;
      }
    }
    return false;
  }
}
