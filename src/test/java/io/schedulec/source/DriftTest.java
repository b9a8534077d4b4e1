package io.schedulec.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

final class DriftTest {

  @Property
  void whatIsNotGoneIsTheSameCharacter(
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 12) String older,
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 12) String newer) {
    Drift drift = Drift.between(older, newer);
    for (int at = 0; at < newer.length(); at++) {
      OptionalInt before = drift.older(at);
      if (before.isPresent() && drift.older(at + 1).isPresent()) {
        assertThat(before.getAsInt()).isBetween(0, older.length());
      }
    }
    for (int start = 0; start <= older.length(); start++) {
      for (int end = start; end <= older.length(); end++) {
        assertThat(new Span(0, newer.length()).contains(drift.newer(new Span(start, end))))
            .as("%s..%s", start, end)
            .isTrue();
      }
    }
  }

  @Example
  void anInsertionMovesWhatLiesBehindIt() {
    Drift drift = Drift.between("one two", "one and two");

    assertThat(drift.older(2)).hasValue(2);
    assertThat(drift.older(6)).isEmpty();
    assertThat(drift.older(10)).hasValue(6);
    assertThat(drift.newer(new Span(4, 7))).isEqualTo(new Span(8, 11));
    assertThat(drift.newer(new Span(0, 7))).isEqualTo(new Span(0, 11));
  }

  @Example
  void aDeletionLeavesNothingOfWhatLayInIt() {
    Drift drift = Drift.between("one and two", "one two");

    assertThat(drift.newer(new Span(5, 6))).isEqualTo(new Span(4, 4));
    assertThat(drift.newer(new Span(8, 11))).isEqualTo(new Span(4, 7));
    assertThat(drift.older(5)).hasValue(9);
  }

  @Example
  void aTextThatStaysHasNone() {
    assertThat(Drift.between("abc", "abc")).isSameAs(Drift.none());
    assertThat(Drift.none().older(123)).hasValue(123);
    assertThat(Drift.none().newer(new Span(3, 9))).isEqualTo(new Span(3, 9));
  }
}
