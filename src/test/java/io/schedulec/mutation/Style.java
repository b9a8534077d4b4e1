package io.schedulec.mutation;

import java.util.List;
import java.util.Random;

/**
 * How somebody writes YAML.
 *
 * @param indent columns per level
 * @param dash columns from a key to the dashes of its list
 * @param names how lists of names are written
 * @param flowInstances whether instances are written in braces
 * @param policies how policies are written
 * @param quote what names are quoted with; may be empty
 * @param prefix what names of parameters begin with; may be empty
 * @param comments one in so many lines has a comment; 0 for none
 * @param tail what stands behind values
 * @param end what lines end with
 * @param merged whether keys that two neighbours have in common are written once, and merged
 * @param blank whether there are blank lines between instances
 * @param last whether the last line is ended
 */
record Style(
    int indent,
    int dash,
    Lists names,
    boolean flowInstances,
    Policies policies,
    String quote,
    String prefix,
    int comments,
    String tail,
    String end,
    boolean merged,
    boolean blank,
    boolean last) {

  /** How lists of names are written. */
  enum Lists {
    BLOCK,
    ONE_LINE,
    LINES
  }

  /** How policies are written. */
  enum Policies {
    BLOCK,
    BRACED_REFERENCE,
    BRACED
  }

  static Style of(Random random) {
    int indent = 2 + 2 * random.nextInt(2);
    return new Style(
        indent,
        random.nextInt(3) == 0 ? 0 : 2,
        Lists.values()[random.nextInt(3)],
        random.nextInt(5) == 0,
        Policies.values()[random.nextInt(3)],
        pick(random, "", "", "", "'", "\""),
        pick(random, "", "", "module."),
        random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0,
        pick(random, "", "", "", " ", " ", "   "),
        random.nextInt(4) == 0 ? "\r\n" : "\n",
        random.nextInt(4) == 0,
        random.nextBoolean(),
        random.nextInt(6) > 0);
  }

  static String pick(Random random, String... words) {
    return List.of(words).get(random.nextInt(words.length));
  }
}
