package io.schedulec.catalog;

import static io.schedulec.catalog.KeySpec.optional;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The classes of {@code quantizers}. */
final class Quantizers {
  private static final KeySpec OVERRIDES =
      optional(
          "overrides",
          Types.ANY_MAP,
          "null",
          "Other settings for modules whose whole name matches a regular expression.");
  private static final ValueType MODE_WORD =
      Types.choice("SYMMETRIC", "SYMMETRIC_RESTRICTED", "ASYMMETRIC_UNSIGNED", "ASYMMETRIC_SIGNED");
  private static final KeySpec MODE =
      optional(
          "mode",
          new ValueType.Either(MODE_WORD, Types.ANY_MAP),
          "SYMMETRIC",
          "How values are mapped to integers; a map sets activations and weights apart.");
  private static final KeySpec PER_CHANNEL =
      optional("per_channel_wts", Types.BOOL, "False", "One scale for each output channel.");

  static final List<ClassSpec> ALL =
      List.of(
          simple("DorefaQuantizer", "DoReFa-Net"),
          simple("WRPNQuantizer", "WRPN"),
          pact(),
          range(true),
          range(false),
          postTraining());

  private Quantizers() {}

  private static List<KeySpec> bits(String defaultBits) {
    List<KeySpec> keys = new ArrayList<>();
    keys.add(
        optional("bits_activations", Types.BITS_OR_NONE, defaultBits, "Bits of each activation."));
    keys.add(optional("bits_weights", Types.BITS_OR_NONE, defaultBits, "Bits of each weight."));
    keys.add(optional("bits_bias", Types.BITS_OR_NONE, "null", "Bits of each bias."));
    keys.add(OVERRIDES);
    return keys;
  }

  private static ClassSpec simple(String name, String method) {
    return spec(
        name, "Trains with rounded weights by the ".concat(method).concat(" method."), bits("32"));
  }

  private static ClassSpec pact() {
    List<KeySpec> keys = bits("32");
    keys.add(
        optional("act_clip_init_val", Types.REAL, "8.0", "The first value of each learned clip."));
    keys.add(optional("act_clip_decay", Types.REAL, "null", "The weight decay of the clips."));
    return spec("PACTQuantizer", "Trains with rounded weights and learned clips.", keys);
  }

  private static ClassSpec range(boolean general) {
    List<KeySpec> keys = bits("32");
    keys.add(MODE);
    keys.add(optional("ema_decay", Types.FRACTION, "0.999", "How slowly tracked ranges move."));
    keys.add(PER_CHANNEL);
    if (!general) {
      return spec("NCFQuantAwareTrainQuantizer", "Range training for the NCF model.", keys);
    }
    keys.add(optional("quantize_inputs", Types.BOOL, "True", "Also round the model's inputs."));
    keys.add(optional("num_bits_inputs", Types.BITS, "null", "Bits of the model's inputs."));
    return spec(
        "QuantAwareTrainRangeLinearQuantizer", "Trains with linearly rounded weights.", keys);
  }

  private static ClassSpec postTraining() {
    List<KeySpec> keys = new ArrayList<>();
    keys.add(optional("bits_activations", Types.BITS, "8", "Bits of each activation."));
    keys.add(optional("bits_parameters", Types.BITS, "8", "Bits of each parameter."));
    keys.add(optional("bits_accum", Types.BITS, "32", "Bits of each accumulator."));
    keys.add(OVERRIDES);
    keys.add(MODE);
    keys.add(clip());
    keys.add(PER_CHANNEL);
    keys.add(optional("model_activation_stats", Types.ANY, "null", "Statistics file."));
    keys.add(optional("fp16", Types.BOOL, "False", "Half precision for what stays float."));
    keys.add(optional("clip_n_stds", Types.REAL, "null", "Standard deviations for `N_STD`."));
    keys.add(optional("clip_half_range", Types.BOOL, "False", "Clip one side only."));
    keys.add(optional("scale_approx_mult_bits", Types.BITS, "null", "Bits of integer scales."));
    keys.add(optional("inputs_quant_auto_fallback", Types.BOOL, "True", "Track unknown inputs."));
    keys.add(optional("fpq_module", Types.ANY, "null", "Simulate floats in these modules."));
    keys.add(optional("save_fp_weights", Types.BOOL, "False", "Keep the unrounded weights."));
    keys.add(optional("also_clip_weights", Types.BOOL, "False", "Clip weights as well."));
    return new ClassSpec(
        "PostTrainLinearQuantizer",
        Section.QUANTIZERS,
        "Rounds a trained model; configured on the command line, never by a policy.",
        keys,
        Set.of(Trait.POST_TRAINING));
  }

  private static KeySpec clip() {
    return optional(
        "clip_acts",
        new ValueType.Either(Types.choice("NONE", "AVG", "N_STD", "GAUSS", "LAPLACE"), Types.ANY),
        "NONE",
        "How outlying activations are clipped.");
  }

  private static ClassSpec spec(String name, String doc, List<KeySpec> keys) {
    return new ClassSpec(name, Section.QUANTIZERS, doc, keys, Set.of());
  }
}
