package io.schedulec.inspect.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RunsTest {
  /** Each place is as many boxes as its letter says: a is one, b is two. */
  @ParameterizedTest
  @CsvSource({
    "abcd, ''",
    "bb, ''",
    "cc, 0+1x2",
    "abbbd, 1+1x3",
    "cdcdcda, 0+2x3",
    "accdcdcd, 1+1x2 3+2x2",
    "aaaa, 0+1x4",
    "aaa, ''",
    "dddeee, 0+1x3 3+1x3",
  })
  void areFoundFromTheLeft(String row, String runs) {
    List<String> forms = row.chars().mapToObj(Character::toString).toList();
    List<Integer> sizes = forms.stream().map(form -> form.charAt(0) - 'a' + 1).toList();
    List<String> found =
        Runs.of(forms, sizes, false).stream()
            .map(run -> run.start() + "+" + run.period() + "x" + run.count())
            .toList();
    assertThat(String.join(" ", found)).isEqualTo(runs);
  }

  @ParameterizedTest
  @CsvSource({"dd, 0", "ddd, 1", "aaaaaa, 0"})
  void ofBlocksThatAreNotQuiteAlikeAreThreeOrMore(String row, int runs) {
    List<String> forms = row.chars().mapToObj(Character::toString).toList();
    List<Integer> sizes = Collections.nCopies(forms.size(), row.charAt(0) - 'a' + 1);
    assertThat(Runs.of(forms, sizes, true)).hasSize(runs);
  }
}
