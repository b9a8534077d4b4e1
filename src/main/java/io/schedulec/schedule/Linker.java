package io.schedulec.schedule;

import io.schedulec.catalog.Section;
import io.schedulec.source.Nearest;
import io.schedulec.source.Spanned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the instance of each policy, and the instances that no policy finds. */
final class Linker {
  private final LinkFindings findings;
  private final List<Instance> drafts;
  private final Set<Section> holes;
  private final Uses uses;
  private final List<Instance> instances = new ArrayList<>();

  Linker(Findings out, List<Instance> drafts, Set<Section> holes, Uses uses) {
    this.findings = new LinkFindings(out);
    this.drafts = drafts;
    this.holes = holes;
    this.uses = uses;
  }

  /** The policies with their instances. */
  List<Policy> link(List<PolicyDraft> policies) {
    for (PolicyDraft policy : policies) {
      checkName(policy);
    }
    for (Instance draft : drafts) {
      boolean used = uses.uses(draft.section(), draft.name().value());
      instances.add(used ? used(draft) : draft);
      if (!used && uses.knows(draft.section())) {
        findings.neverUsed(draft);
      }
    }
    List<Policy> linked = new ArrayList<>();
    for (PolicyDraft policy : policies) {
      linked.add(policy.link(target(policy)));
    }
    return linked;
  }

  /** All instances; those that a policy schedules say so. */
  List<Instance> instances() {
    return instances;
  }

  private static Instance used(Instance draft) {
    return new Instance(
        draft.section(),
        draft.name(),
        draft.span(),
        draft.spec(),
        draft.className(),
        draft.arguments(),
        true);
  }

  private Optional<Instance> target(PolicyDraft policy) {
    Optional<Spanned<String>> name = policy.reference().name();
    return name.isPresent() ? find(instances, policy.kind(), name.get().value()) : Optional.empty();
  }

  private static Optional<Instance> find(List<Instance> all, Section section, String name) {
    for (Instance instance : all) {
      if (instance.section() == section && instance.name().value().equals(name)) {
        return Optional.of(instance);
      }
    }
    return Optional.empty();
  }

  private void checkName(PolicyDraft policy) {
    if (policy.reference().name().isEmpty() || holes.contains(policy.kind())) {
      return;
    }
    String name = policy.reference().name().get().value();
    if (find(drafts, policy.kind(), name).isPresent()) {
      return;
    }
    uses.addUnknown(policy.kind());
    List<String> names = names(policy.kind());
    Optional<Instance> elsewhere = elsewhere(name);
    elsewhere.ifPresent(instance -> uses.add(instance.section(), name));
    findings.undefined(policy, Nearest.of(name, names), names, elsewhere);
  }

  private List<String> names(Section section) {
    List<String> names = new ArrayList<>();
    for (Instance instance : drafts) {
      if (instance.section() == section) {
        names.add(instance.name().value());
      }
    }
    return names;
  }

  private Optional<Instance> elsewhere(String name) {
    for (Instance instance : drafts) {
      if (instance.name().value().equals(name)) {
        return Optional.of(instance);
      }
    }
    return Optional.empty();
  }
}
