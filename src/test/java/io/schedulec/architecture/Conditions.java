package io.schedulec.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;

/** Conditions that several rules need. */
final class Conditions {
  private Conditions() {}

  /** A condition on one class. */
  static ArchCondition<JavaClass> satisfy(String description, Predicate<JavaClass> predicate) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        String message = type.getName() + " should " + description;
        events.add(new SimpleConditionEvent(type, predicate.test(type), message));
      }
    };
  }

  /**
   * Not to know other top-level classes of the same package whose names end the same way; the
   * interface that they share is named by that ending, or by the package and that ending.
   */
  static ArchCondition<JavaClass> notDependOnSiblings(String ending) {
    return new ArchCondition<>("not depend on another " + ending) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          JavaClass target = outermost(dependency.getTargetClass());
          boolean sibling =
              target.getPackageName().equals(type.getPackageName())
                  && target.getSimpleName().endsWith(ending)
                  && !target.isInterface()
                  && !target.equals(outermost(type));
          events.add(new SimpleConditionEvent(type, !sibling, dependency.getDescription()));
        }
      }
    };
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(Conditions::outermost).orElse(type);
  }
}
