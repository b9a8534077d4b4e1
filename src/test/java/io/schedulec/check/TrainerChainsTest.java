package io.schedulec.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.bind.Target;
import io.schedulec.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The sets of layers that were found to be coupled by running the original trainer's networks: a
 * Leader list of such a set is silent, and what is not such a list is an error.
 */
final class TrainerChainsTest {

  @ParameterizedTest
  @CsvSource({
    "resnet20_cifar, resnet20_cifar, cifar10, ''",
    "resnet56_cifar, resnet56_cifar, cifar10, ''",
    "plain20_cifar, plain20_cifar, cifar10, ''",
    "vgg16_cifar, vgg16_cifar, cifar10, ''",
    "alexnet, alexnet, imagenet, ''",
    "resnet18, resnet18, imagenet, ''",
    "resnet50, resnet50, imagenet, ''",
    "mobilenet, distiller_mobilenet, imagenet, ''",
    "mobilenet_v2, mobilenet_v2, imagenet, ''",
    "simplenet_cifar, simplenet_cifar, cifar10, SC203e",
    "resnext50_32x4d, resnext50_32x4d, imagenet, SC203e",
  })
  void aWholeSetIsSilent(String chains, String model, String images, String limits)
      throws IOException {
    Set<String> plan = new TreeSet<>();
    Set<String> trainer = new TreeSet<>();
    for (List<String> set : sets(chains, "producers:")) {
      plan.addAll(codes(model, images, "Filters", set, Target.PLAN));
      trainer.addAll(codes(model, images, "Filters", set, Target.DISTILLER));
    }

    assertThat(plan).isEmpty();
    assertThat(String.join(" ", trainer)).isEqualTo(limits);
  }

  @ParameterizedTest
  @CsvSource({
    "resnet20_cifar, resnet20_cifar, cifar10, ''",
    "resnet56_cifar, resnet56_cifar, cifar10, ''",
    "plain20_cifar, plain20_cifar, cifar10, ''",
    "vgg16_cifar, vgg16_cifar, cifar10, ''",
    "resnet18, resnet18, imagenet, ''",
    "resnet50, resnet50, imagenet, ''",
    "mobilenet, distiller_mobilenet, imagenet, ''",
    "mobilenet_v2, mobilenet_v2, imagenet, ''",
    "resnext50_32x4d, resnext50_32x4d, imagenet, SC203e",
  })
  void allReadersOfASetAreSilent(String chains, String model, String images, String limits)
      throws IOException {
    Set<String> plan = new TreeSet<>();
    Set<String> trainer = new TreeSet<>();
    for (List<String> set : sets(chains, "consumers:")) {
      plan.addAll(codes(model, images, "Channels", set, Target.PLAN));
      trainer.addAll(codes(model, images, "Channels", set, Target.DISTILLER));
    }

    assertThat(plan).isEmpty();
    assertThat(String.join(" ", trainer)).isEqualTo(limits);
  }

  @ParameterizedTest
  @CsvSource({
    "resnet20_cifar, cifar10",
    "resnet18, imagenet",
    "resnet50, imagenet",
    "mobilenet_v2, imagenet"
  })
  void aSetWithoutOneMemberIsNot(String chains, String images) throws IOException {
    for (List<String> set : sets(chains, "producers:")) {
      for (int i = 0; set.size() > 1 && i < set.size(); i++) {
        List<String> rest = new ArrayList<>(set);
        rest.remove(i);
        assertThat(codes(chains, images, "Filters", rest, Target.DISTILLER))
            .as("%s without %s", set, set.get(i))
            .containsExactly("SC201e");
      }
    }
  }

  private static List<String> codes(
      String model, String images, String type, List<String> set, Target target) {
    Draft draft =
        Draft.of(model)
            .ranked("p", type, true, set)
            .fires("p", 0)
            .thins(type.toLowerCase(Locale.ROOT), 9)
            .target(target);
    return Draft.codes(draft.check(draft.text().replace("cifar10", images)));
  }

  /**
   * The layers of each set that write or read its channels, where all of them are convolutions, or
   * read with convolutions; what the model is given is no set.
   */
  private static List<List<String>> sets(String chains, String kind) throws IOException {
    List<List<String>> sets = new ArrayList<>();
    boolean input = true;
    for (String line : Files.readAllLines(Shared.file("golden/chains/" + chains + ".txt"))) {
      String text = line.strip();
      input = text.startsWith("dim=") ? text.contains("MODEL INPUT") : input;
      boolean layers = text.startsWith(kind) && text.length() > kind.length();
      boolean linear = text.contains("fc") || text.contains("classifier");
      boolean writer = kind.startsWith("producers");
      if (layers && !input && !(linear && writer) && !text.contains("(dw)")) {
        sets.add(names(text.substring(kind.length())));
      }
    }
    return sets;
  }

  private static List<String> names(String layers) {
    List<String> set = new ArrayList<>();
    for (String layer : layers.split(",", -1)) {
      String name = layer.strip();
      int mark = name.indexOf('(');
      set.add((mark < 0 ? name : name.substring(0, mark)) + ".weight");
    }
    return set;
  }
}
