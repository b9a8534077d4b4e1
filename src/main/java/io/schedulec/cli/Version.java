package io.schedulec.cli;

/** Which schedulec this is. */
final class Version {
  private Version() {}

  /** One line for people and for bug reports. */
  static String line() {
    return "schedulec " + number() + " (Java " + System.getProperty("java.version") + ")";
  }

  /** The version of the jar that this class is from. */
  static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
