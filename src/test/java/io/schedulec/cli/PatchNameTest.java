package io.schedulec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names in a diff are relative to where it is applied. */
final class PatchNameTest {
  @ParameterizedTest
  @CsvSource({
    "a.yaml, a.yaml",
    "./d//a.yaml, d/a.yaml",
    "d/../a b.yaml, a b.yaml",
    "/home/here/d/a.yaml, d/a.yaml",
    "/home/there/a.yaml, home/there/a.yaml",
    "../a.yaml, ../a.yaml",
    "<stdin>, <stdin>",
  })
  void isRelative(String name, String expected) {
    assertThat(PatchName.of(name, Path.of("/home/here"))).isEqualTo(expected);
  }
}
