package io.schedulec.catalog;

import static io.schedulec.catalog.KeySpec.optional;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The classes of {@code quantizers}. */
final class Quantizers {
  private static final String AT_LOADING =
      "The trainer stops while it prepares the model, with a `TypeError` or `ValueError`.";
  private static final String TRUTHY = "The trainer takes every text for `True`, even `\"False\"`.";
  private static final KeySpec OVERRIDES =
      optional(
              "overrides",
              Types.ANY_MAP,
              "null",
              "Other settings for modules whose whole name matches a regular expression.")
          .when(
              Mistake.TYPE,
              "The trainer stops while loading: `AttributeError` for an entry without content,"
                  + " `ValueError` for the old keys `acts`, `wts` and `bias`, `TypeError` for"
                  + " others that the quantizer does not know, `re.error` for what is no regular"
                  + " expression.")
          .when(
              Mistake.NAME,
              "A pattern has to match the whole name of a module, without `.weight` and without"
                  + " `module.`; what matches none is skipped without a word.");
  private static final ValueType MODE_WORD =
      Types.choice("SYMMETRIC", "SYMMETRIC_RESTRICTED", "ASYMMETRIC_UNSIGNED", "ASYMMETRIC_SIGNED");
  private static final KeySpec MODE =
      optional(
              "mode",
              new ValueType.Either(MODE_WORD, Types.ANY_MAP),
              "SYMMETRIC",
              "How values are mapped to integers; a map sets activations and weights apart.")
          .when(Mistake.WORD, "The trainer stops while loading: `KeyError` or `ValueError`.");
  private static final KeySpec PER_CHANNEL =
      flag("per_channel_wts", "False", "One scale for each output channel.");

  static final List<ClassSpec> ALL =
      List.of(
          simple("DorefaQuantizer", "DoReFa-Net"),
          simple("WRPNQuantizer", "WRPN"),
          pact(),
          range(true),
          range(false),
          postTraining());

  private Quantizers() {}

  private static KeySpec flag(String name, String defaultText, String doc) {
    return optional(name, Types.BOOL, defaultText, doc).when(Mistake.TEXT, TRUTHY);
  }

  private static KeySpec number(String name, ValueType type, String defaultText, String doc) {
    return optional(name, type, defaultText, doc).when(Mistake.TEXT, AT_LOADING);
  }

  private static List<KeySpec> bits(String defaultBits) {
    List<KeySpec> keys = new ArrayList<>();
    keys.add(
        number("bits_activations", Types.BITS_OR_NONE, defaultBits, "Bits of each activation."));
    keys.add(number("bits_weights", Types.BITS_OR_NONE, defaultBits, "Bits of each weight."));
    keys.add(number("bits_bias", Types.BITS_OR_NONE, "null", "Bits of each bias."));
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
        number("act_clip_init_val", Types.REAL, "8.0", "The first value of each learned clip."));
    keys.add(number("act_clip_decay", Types.REAL, "null", "The weight decay of the clips."));
    return spec("PACTQuantizer", "Trains with rounded weights and learned clips.", keys);
  }

  private static ClassSpec range(boolean general) {
    List<KeySpec> keys = bits("32");
    keys.add(MODE);
    keys.add(number("ema_decay", Types.FRACTION, "0.999", "How slowly tracked ranges move."));
    keys.add(PER_CHANNEL);
    if (!general) {
      return spec("NCFQuantAwareTrainQuantizer", "Range training for the NCF model.", keys);
    }
    keys.add(flag("quantize_inputs", "True", "Also round the model's inputs."));
    keys.add(number("num_bits_inputs", Types.BITS, "null", "Bits of the model's inputs."));
    return spec(
        "QuantAwareTrainRangeLinearQuantizer", "Trains with linearly rounded weights.", keys);
  }

  private static ClassSpec postTraining() {
    List<KeySpec> keys = new ArrayList<>();
    keys.add(number("bits_activations", Types.BITS, "8", "Bits of each activation."));
    keys.add(number("bits_parameters", Types.BITS, "8", "Bits of each parameter."));
    keys.add(number("bits_accum", Types.BITS, "32", "Bits of each accumulator."));
    keys.add(OVERRIDES);
    keys.add(MODE);
    keys.add(clip());
    keys.add(PER_CHANNEL);
    keys.add(optional("model_activation_stats", Types.ANY, "null", "Statistics file."));
    keys.add(flag("fp16", "False", "Half precision for what stays float."));
    keys.add(number("clip_n_stds", Types.REAL, "null", "Standard deviations for `N_STD`."));
    keys.add(flag("clip_half_range", "False", "Clip one side only."));
    keys.add(number("scale_approx_mult_bits", Types.BITS, "null", "Bits of integer scales."));
    keys.add(flag("inputs_quant_auto_fallback", "True", "Track unknown inputs."));
    keys.add(optional("fpq_module", Types.ANY, "null", "Simulate floats in these modules."));
    keys.add(flag("save_fp_weights", "False", "Keep the unrounded weights."));
    keys.add(flag("also_clip_weights", "False", "Clip weights as well."));
    return ClassSpec.of(
            "PostTrainLinearQuantizer",
            Section.QUANTIZERS,
            "Rounds a trained model; configured on the command line, never by a policy.",
            keys,
            Set.of(Trait.POST_TRAINING))
        .noting(
            "`--qe-config-file` reads it; in a schedule the trainer stops while loading:"
                + " `UnsatisfiedRequirements`, as it requires a dummy input.");
  }

  private static KeySpec clip() {
    return optional(
            "clip_acts",
            new ValueType.Either(
                Types.choice("NONE", "AVG", "N_STD", "GAUSS", "LAPLACE"), Types.ANY),
            "NONE",
            "How outlying activations are clipped.")
        .when(Mistake.WORD, "The trainer stops while loading: `KeyError` or `ValueError`.");
  }

  private static ClassSpec spec(String name, String doc, List<KeySpec> keys) {
    return ClassSpec.of(name, Section.QUANTIZERS, doc, keys, Set.of())
        .noting(
            "A schedule has one quantizer at most; it must be active in every epoch, else the"
                + " second minibatch stops with `RuntimeError: Trying to backward through the graph"
                + " a second time`, and it does not work beside a pruner.");
  }
}
