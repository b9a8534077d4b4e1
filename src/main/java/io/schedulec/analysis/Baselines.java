package io.schedulec.analysis;

import java.nio.file.Path;

/** The baselines that configurations name, and that have been read. */
final class Baselines extends FileCache<Baseline> {

  @Override
  Baseline read(Path file) {
    return Baseline.read(file.toString(), file);
  }

  /** The baseline that a configuration names; where it cannot be read, that is to blame. */
  Baseline get(Baseline.Named named) {
    try {
      return get(named.file());
    } catch (UnusableFileException e) {
      throw named.blamed(e);
    }
  }
}
