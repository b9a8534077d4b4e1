package io.schedulec.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScalarTypeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e-4", "5e-5", "9e-1", "1e5", "-.5", "+.5", "0,5", "50%", "3D", "08", "0o17", "1.2.3", "-",
            "+",
        ".", "..", "y", "n", "tRUE", "nUll", "1-2", "0:30", "1:75", "1.0e5", "0b", "0x", ".5e3",
            "_1",
        "2020-1", "Leader", "-.nan", ".inF"
      })
  void looksLikeANumberAndIsText(String text) {
    assertThat(ScalarType.of(text)).isEqualTo(ScalarType.STRING);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-3, -3",
    "+12, 12",
    "1_000, 1000",
    "017, 15",
    "0b101, 5",
    "0x1F, 31",
    "-0x10, -16",
    "190:20:30, 685230",
    "1:30, 90",
    "00, 0"
  })
  void wholeNumbers(String text, double value) {
    assertThat(ScalarType.of(text)).isEqualTo(ScalarType.INT);
    assertThat(Numbers.parse(text)).contains(value);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.5",
    ".5, 0.5",
    "1., 1",
    "-1.5, -1.5",
    "1.0e-4, 1.0e-4",
    "1.5E+3, 1500",
    "1_0.5, 10.5",
    ".5e-3, 0.0005",
    "1:30.5, 90.5",
    "00.5, 0.5",
    "-.inf, -Infinity",
    ".NaN, NaN"
  })
  void floats(String text, double value) {
    assertThat(ScalarType.of(text)).isEqualTo(ScalarType.FLOAT);
    assertThat(Numbers.parse(text)).contains(value);
  }

  @ParameterizedTest
  @CsvSource({"yes, true", "On, true", "TRUE, true", "no, false", "off, false", "False, false"})
  void truthValues(String text, boolean value) {
    assertThat(ScalarType.of(text)).isEqualTo(ScalarType.BOOL);
    assertThat(ScalarType.truth(text)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
  void nothing(String text) {
    assertThat(ScalarType.of(text)).isEqualTo(ScalarType.NULL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020-01-01", "2020-1-1", "2001-12-14t21:59:43.10-05:00"})
  void dates(String text) {
    assertThat(ScalarType.of(text)).isEqualTo(ScalarType.TIMESTAMP);
  }
}
