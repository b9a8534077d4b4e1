package io.schedulec.channel.rule;

/** Why channels cannot be removed. */
public enum Reason {
  GRAPH_INPUT("graph-input", "the model is given these channels, they are not its own to remove"),
  GRAPH_OUTPUT("graph-output", "the model's output has these channels"),
  UNKNOWN_OP("unknown-op", "the analysis does not know what this operator does to channels"),
  DECLARED("declared", "what is declared of this operator lets no channels of this axis go"),
  CONTROL_FLOW("control-flow", "channels go into a branch or loop here, or come out of one"),
  UNKNOWN_SHAPE("unknown-shape", "the size of this axis cannot be known before the model runs"),
  FIXED_SHAPE("fixed-shape", "this operator needs an axis of just this size"),
  CONSTANT("constant", "a fixed tensor that is no parameter has these channels"),
  REDUCED("reduced", "all channels are reduced to one number here"),
  NORMALISED("normalised", "each channel depends on all the others here"),
  WINDOWED("windowed", "a window moves over these channels here"),
  BROADCAST("broadcast", "a single channel is spread over many here"),
  PADDED("padded", "channels are added or cut off by padding here"),
  SELECTED("selected", "channels are chosen by their number here"),
  SLICED("sliced", "each of these is worked on by itself here, and none can be left out");

  private final String word;
  private final String sentence;

  Reason(String word, String sentence) {
    this.word = word;
    this.sentence = sentence;
  }

  /** The word that scripts read. */
  public String word() {
    return word;
  }

  /** The reason for people, without full stop. */
  public String sentence() {
    return sentence;
  }
}
