package io.schedulec.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The compiled classes, read once. */
final class ProgramClasses {
  /** What users run. */
  static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(Layers.ROOT);

  /** The same, and the tests. */
  static final JavaClasses ALL = new ClassFileImporter().importPackages(Layers.ROOT);

  private ProgramClasses() {}
}
