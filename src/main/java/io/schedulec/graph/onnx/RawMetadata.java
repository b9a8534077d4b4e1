package io.schedulec.graph.onnx;

import org.jspecify.annotations.Nullable;

/**
 * What an exporter noted of a node, as far as names can be told from it.
 *
 * @param scopes the modules it was traced in, as a Python list
 * @param call the traced call it comes from
 * @param rule the rewriting rules that made it
 */
record RawMetadata(@Nullable FileText scopes, @Nullable FileText call, @Nullable FileText rule) {
  /** Nothing was noted. */
  static final RawMetadata NONE = new RawMetadata(null, null, null);

  /** This; where nothing was noted of a node, what was noted of the call that it comes from. */
  RawMetadata or(RawMetadata ofCall) {
    return equals(NONE) ? new RawMetadata(ofCall.scopes, ofCall.call, null) : this;
  }

  /** This with one more entry, if it is of use. */
  RawMetadata with(Wire entry) {
    FileText key = null;
    FileText value = null;
    while (entry.next()) {
      switch (entry.field()) {
        case 1 -> key = FileText.of(entry.message());
        case 2 -> value = FileText.of(entry.message());
        default -> entry.skip();
      }
    }
    if (key == null || value == null) {
      return this;
    }
    if (key.is("pkg.torch.onnx.name_scopes")) {
      return new RawMetadata(value, call, rule);
    }
    if (key.is("pkg.torch.onnx.fx_node")) {
      return new RawMetadata(scopes, value, rule);
    }
    if (key.is("pkg.onnxscript.rewriter.rule_name")) {
      return new RawMetadata(scopes, call, value);
    }
    return this;
  }
}
