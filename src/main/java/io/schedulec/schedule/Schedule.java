package io.schedulec.schedule;

import io.schedulec.catalog.Section;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import io.schedulec.yaml.Directive;
import io.schedulec.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A schedule.
 *
 * @param source its file
 * @param fileKind what the file is; anything but a schedule has no policies
 * @param root its top-level map
 * @param instances the instances of all sections, in file order
 * @param policies the policies that can be told apart, in file order
 * @param directives the settings in its comment lines
 */
public record Schedule(
    SourceFile source,
    FileKind fileKind,
    YamlValue.Mapping root,
    List<Instance> instances,
    List<Policy> policies,
    List<Directive> directives) {
  /** Copies the lists. */
  public Schedule {
    instances = List.copyOf(instances);
    policies = List.copyOf(policies);
    directives = List.copyOf(directives);
  }

  /** The same file with other instances and policies. */
  public Schedule with(List<Instance> others, List<Policy> acting) {
    return new Schedule(source, fileKind, root, others, acting, directives);
  }

  /** The instances of a section, in file order. */
  public List<Instance> instances(Section section) {
    List<Instance> found = new ArrayList<>();
    for (Instance instance : instances) {
      if (instance.section() == section) {
        found.add(instance);
      }
    }
    return found;
  }

  /** The instance of a section with a name. */
  public Optional<Instance> instance(Section section, String name) {
    for (Instance instance : instances) {
      if (instance.section() == section && instance.name().value().equals(name)) {
        return Optional.of(instance);
      }
    }
    return Optional.empty();
  }

  /** The policies that schedule an instance, in file order. */
  public List<Policy> policiesOf(Instance instance) {
    List<Policy> found = new ArrayList<>();
    for (Policy policy : policies) {
      if (policy.target().isPresent() && policy.target().get().name().equals(instance.name())) {
        found.add(policy);
      }
    }
    return found;
  }

  /** The policies in the order in which they act within an epoch: learning rates come last. */
  public List<Policy> policiesInRunOrder() {
    List<Policy> order = new ArrayList<>();
    for (Policy policy : policies) {
      if (policy.kind() != Section.LR_SCHEDULERS) {
        order.add(policy);
      }
    }
    for (Policy policy : policies) {
      if (policy.kind() == Section.LR_SCHEDULERS) {
        order.add(policy);
      }
    }
    return order;
  }

  /** The value of {@code # schedulec: model=PATH}. */
  public Optional<Spanned<String>> modelPath() {
    for (Directive directive : directives) {
      if (directive.key().value().equals("model")) {
        return Optional.of(directive.value());
      }
    }
    return Optional.empty();
  }

  /** The whole text. */
  public Span span() {
    return new Span(0, source.text().length());
  }
}
