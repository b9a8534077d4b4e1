package io.schedulec.catalog;

import static io.schedulec.catalog.KeySpec.required;

import java.util.List;
import java.util.Set;

/** The classes of {@code extensions}; the three names mean the same class. */
final class Extensions {
  private static final List<KeySpec> KEYS =
      List.of(
          required(
              "thinning_func_str",
              Types.choice("remove_filters", "remove_channels", "contract_model"),
              "What to cut out: zeroed filters, zeroed input channels, or both."),
          required("arch", Types.TEXT, "The model's name; it is not looked at."),
          required(
              "dataset",
              Types.choice("imagenet", "cifar10", "mnist"),
              "The data set, which tells the size of the input."));

  static final List<ClassSpec> ALL =
      List.of(remover("StructureRemover"), remover("FilterRemover"), remover("ChannelRemover"));

  private Extensions() {}

  private static ClassSpec remover(String name) {
    return new ClassSpec(
        name,
        Section.EXTENSIONS,
        "Cuts structures that are wholly zero out of the model.",
        KEYS,
        Set.of(Trait.THINS));
  }
}
