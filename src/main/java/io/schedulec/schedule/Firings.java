package io.schedulec.schedule;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalInt;

/**
 * Epochs, ascending, each once. A window of a million epochs takes no more room, and its questions
 * no more time, than one of three.
 */
public abstract sealed class Firings implements Iterable<Integer> {
  /** No epoch at all. */
  public static final Firings NONE = new Regular(0, 1, 0);

  /** So many of a {@link #union} are kept; no training has more epochs. */
  public static final int MOST_UNITED = 2_000;

  /** So many epochs, a step apart. */
  public static Firings every(int first, int step, int count) {
    return count <= 0 ? NONE : new Regular(first, step, count);
  }

  /** The given epochs. */
  public static Firings of(int... epochs) {
    return new Listed(Arrays.stream(epochs).sorted().distinct().toArray());
  }

  /** Those of any; of several windows that are longer than training takes, the first ones. */
  public static Firings union(List<Firings> all) {
    if (all.size() == 1) {
      return all.get(0);
    }
    int[] epochs = new int[0];
    for (Firings firings : all) {
      epochs = merged(epochs, firings);
    }
    return new Listed(epochs);
  }

  private static int[] merged(int[] epochs, Firings firings) {
    int[] merged = new int[Math.min(epochs.length + firings.count(), MOST_UNITED)];
    int count = 0;
    int i = 0;
    int j = 0;
    while (count < merged.length && (i < epochs.length || j < firings.count())) {
      int one = i < epochs.length ? epochs[i] : Integer.MAX_VALUE;
      int other = j < firings.count() ? firings.at(j) : Integer.MAX_VALUE;
      merged[count] = Math.min(one, other);
      count++;
      i += one <= other ? 1 : 0;
      j += other <= one ? 1 : 0;
    }
    return Arrays.copyOf(merged, count);
  }

  /** How many there are. */
  public abstract int count();

  /** One of them, by its place among them. */
  public abstract int at(int index);

  /** How many come before an epoch. */
  public abstract int before(int epoch);

  /** Those before an epoch. */
  public Firings until(int epoch) {
    return take(before(epoch));
  }

  /** The first so many. */
  public abstract Firings take(int most);

  /** Whether there is none. */
  public boolean isEmpty() {
    return count() == 0;
  }

  /** The first of them. */
  public int first() {
    return at(0);
  }

  /** The last of them. */
  public int last() {
    return at(count() - 1);
  }

  /** Whether an epoch is one of them. */
  public boolean has(int epoch) {
    int index = before(epoch);
    return index < count() && at(index) == epoch;
  }

  /** The first that is not before an epoch. */
  public OptionalInt from(int epoch) {
    int index = before(epoch);
    return index < count() ? OptionalInt.of(at(index)) : OptionalInt.empty();
  }

  /** The last that is before an epoch. */
  public OptionalInt lastBefore(int epoch) {
    int index = before(epoch) - 1;
    return index >= 0 ? OptionalInt.of(at(index)) : OptionalInt.empty();
  }

  /** Those that are others' too. */
  public Firings common(Firings other) {
    if (this instanceof Regular one && other instanceof Regular two) {
      return Regular.common(one, two);
    }
    Firings listed = this instanceof Listed ? this : other;
    Firings rest = listed == this ? other : this;
    int[] both = new int[listed.count()];
    int found = 0;
    for (int i = 0; i < listed.count(); i++) {
      int epoch = listed.at(i);
      if (rest.has(epoch)) {
        both[found] = epoch;
        found++;
      }
    }
    return new Listed(Arrays.copyOf(both, found));
  }

  @Override
  public Iterator<Integer> iterator() {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < count();
      }

      @Override
      public Integer next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return at(next++);
      }
    };
  }

  /** Epochs a step apart. */
  private static final class Regular extends Firings {
    private final int first;
    private final int step;
    private final int count;

    Regular(int first, int step, int count) {
      this.first = first;
      this.step = step;
      this.count = count;
    }

    @Override
    public int count() {
      return count;
    }

    @Override
    public int at(int index) {
      return first + index * step;
    }

    @Override
    public int before(int epoch) {
      return epoch <= first ? 0 : (int) Math.min(count, ((long) epoch - first - 1) / step + 1);
    }

    @Override
    public Firings take(int most) {
      return every(first, step, Math.min(most, count));
    }

    /** The Chinese remainder theorem. */
    static Firings common(Regular one, Regular two) {
      if (one.count == 0 || two.count == 0) {
        return NONE;
      }
      long shared = gcd(one.step, two.step);
      long apart = (long) two.first - one.first;
      if (apart % shared != 0) {
        return NONE;
      }
      long modulus = two.step / shared;
      long steps = Math.floorMod(apart / shared * inverse(one.step / shared, modulus), modulus);
      long period = one.step * modulus;
      long epoch = one.first + steps * one.step;
      if (epoch < two.first) {
        epoch += (two.first - epoch + period - 1) / period * period;
      }
      long last = Math.min(one.last(), two.last());
      if (epoch > last) {
        return NONE;
      }
      int count = (int) ((last - epoch) / period) + 1;
      return every((int) epoch, (int) (count == 1 ? 1 : period), count);
    }

    private static long gcd(long a, long b) {
      return b == 0 ? a : gcd(b, a % b);
    }

    /** What times {@code a} is 1 modulo {@code m}; the two have no divisor in common. */
    private static long inverse(long a, long m) {
      long before = 0;
      long inverse = 1;
      long rest = Math.floorMod(a, m);
      long divisor = m;
      while (rest > 1) {
        long quotient = divisor / rest;
        long next = divisor % rest;
        divisor = rest;
        rest = next;
        long other = before - quotient * inverse;
        before = inverse;
        inverse = other;
      }
      return Math.floorMod(inverse, m);
    }
  }

  /** Epochs one by one. */
  private static final class Listed extends Firings {
    private final int[] epochs;

    Listed(int[] epochs) {
      this.epochs = epochs;
    }

    @Override
    public int count() {
      return epochs.length;
    }

    @Override
    public int at(int index) {
      return epochs[index];
    }

    @Override
    public int before(int epoch) {
      int index = Arrays.binarySearch(epochs, epoch);
      return index < 0 ? -index - 1 : index;
    }

    @Override
    public Firings take(int most) {
      return new Listed(Arrays.copyOf(epochs, Math.min(most, epochs.length)));
    }
  }
}
