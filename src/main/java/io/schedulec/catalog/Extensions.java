package io.schedulec.catalog;

import static io.schedulec.catalog.KeySpec.required;

import java.util.List;
import java.util.Set;

/** The classes of {@code extensions}; the three names mean the same class. */
final class Extensions {
  private static final String ALIAS =
      "It is `StructureRemover` under an old name; `thinning_func_str` alone says what is cut out.";
  private static final String ANYONE =
      "It cuts out whatever is zero at that moment, whoever zeroed it; a pruner of the same epoch"
          + " must stand before it in `policies`.";

  private static final List<KeySpec> KEYS =
      List.of(
          required(
                  "thinning_func_str",
                  Types.choice("remove_filters", "remove_channels", "contract_model"),
                  "What to cut out: zeroed filters, zeroed input channels, or both.")
              .when(
                  Mistake.WORD,
                  "The trainer stops while loading: `KeyError`, with nothing but the word; another"
                      + " function of its thinning module stops it later with a `TypeError`."),
          required("arch", Types.TEXT, "The model's name; it has to be there and is not looked at.")
              .when(Mistake.WORD, "The trainer does not look at it."),
          required(
                  "dataset",
                  Types.choice("imagenet", "cifar10", "mnist"),
                  "The data set, which tells the size of the input.")
              .when(
                  Mistake.WORD,
                  "The trainer stops at the thinning: `ValueError: Can't infer input shape for"
                      + " dataset ...`; a known data set of another size makes it trace the model"
                      + " with the wrong input."));

  static final List<ClassSpec> ALL =
      List.of(
          remover("StructureRemover").noting(ANYONE),
          remover("FilterRemover").noting(ALIAS, ANYONE),
          remover("ChannelRemover").noting(ALIAS, ANYONE));

  private Extensions() {}

  private static ClassSpec remover(String name) {
    return ClassSpec.of(
        name,
        Section.EXTENSIONS,
        "Cuts structures that are wholly zero out of the model.",
        KEYS,
        Set.of(Trait.THINS));
  }
}
