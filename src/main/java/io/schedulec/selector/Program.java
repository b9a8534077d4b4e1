package io.schedulec.selector;

import java.util.ArrayList;
import java.util.List;

/**
 * The states of a nondeterministic automaton, all of which are followed at once: the time that a
 * match takes grows with the length of the name times the number of states, whatever the
 * expression.
 */
final class Program {
  private static final int MOST_STATES = 5000;
  private static final int MOST_WORK = 20_000;

  /** An expression that stands for more than is followed. */
  static final class TooLarge extends RuntimeException {
    TooLarge() {
      super("more than " + MOST_STATES + " states", null, false, false);
    }
  }

  private static final CharSet NONE = new CharSet.Ranges("", false);

  private final List<CharSet> sets = new ArrayList<>();

  /** One successor, behind a character of the state's set, or two that need none; -1 for none. */
  private final List<int[]> next = new ArrayList<>();

  private int work;

  private Program() {}

  /**
   * The automaton of an expression.
   *
   * @throws TooLarge if it has too many states
   */
  static Program of(Expression expression) {
    Program program = new Program();
    program.add(expression);
    return program;
  }

  private void add(Expression expression) {
    if (++work > MOST_WORK) {
      throw new TooLarge();
    }
    if (expression instanceof Expression.Chars chars) {
      emit(chars.set(), here() + 1);
    } else if (expression instanceof Expression.Sequence sequence) {
      sequence.parts().forEach(this::add);
    } else if (expression instanceof Expression.Choice choice) {
      addChoice(choice.choices());
    } else if (expression instanceof Expression.Repeat repeat) {
      addRepeat(repeat);
    } else {
      throw new AssertionError(expression);
    }
  }

  private int here() {
    return sets.size();
  }

  private int emit(CharSet set, int... successors) {
    if (here() >= MOST_STATES) {
      throw new TooLarge();
    }
    sets.add(set);
    next.add(successors);
    return here() - 1;
  }

  /** A state with two successors, the first of which is the state that comes next. */
  private int fork() {
    return emit(NONE, here() + 1, -1);
  }

  private boolean forks(int state) {
    return next.get(state).length == 2;
  }

  private void addChoice(List<Expression> choices) {
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      boolean last = i == choices.size() - 1;
      int fork = last ? -1 : fork();
      add(choices.get(i));
      if (!last) {
        ends.add(emit(NONE, -1, -1));
        next.get(fork)[1] = here();
      }
    }
    ends.forEach(end -> next.get(end)[0] = here());
  }

  private void addRepeat(Expression.Repeat repeat) {
    for (int i = 0; i < repeat.least(); i++) {
      add(repeat.part());
    }
    if (repeat.most() < 0) {
      int fork = fork();
      add(repeat.part());
      emit(NONE, fork, -1);
      next.get(fork)[1] = here();
      return;
    }
    List<Integer> forks = new ArrayList<>();
    for (int i = repeat.least(); i < repeat.most(); i++) {
      forks.add(fork());
      add(repeat.part());
    }
    forks.forEach(fork -> next.get(fork)[1] = here());
  }

  /** Whether it accepts a whole text. */
  boolean matches(String text) {
    Front now = new Front(here() + 1);
    Front then = new Front(here() + 1);
    reach(now, 0);
    for (int i = 0; i < text.length() && now.size > 0; i++) {
      char c = text.charAt(i);
      then.clear();
      for (int k = 0; k < now.size; k++) {
        int state = now.states[k];
        if (state < here() && !forks(state) && sets.get(state).contains(c)) {
          reach(then, next.get(state)[0]);
        }
      }
      Front free = now;
      now = then;
      then = free;
    }
    return now.has(here());
  }

  /** Adds a state and all that are reached from it without a character. */
  private void reach(Front front, int start) {
    int from = front.size;
    front.add(start);
    for (int k = from; k < front.size; k++) {
      int state = front.states[k];
      if (state < here() && forks(state)) {
        for (int successor : next.get(state)) {
          if (successor >= 0) {
            front.add(successor);
          }
        }
      }
    }
  }

  /** A set of states, in the order in which they were added. */
  private static final class Front {
    private final int[] states;
    private final boolean[] known;
    private int size;

    Front(int capacity) {
      states = new int[capacity];
      known = new boolean[capacity];
    }

    void add(int state) {
      if (!known[state]) {
        known[state] = true;
        states[size++] = state;
      }
    }

    boolean has(int state) {
      return known[state];
    }

    void clear() {
      for (int k = 0; k < size; k++) {
        known[states[k]] = false;
      }
      size = 0;
    }
  }
}
