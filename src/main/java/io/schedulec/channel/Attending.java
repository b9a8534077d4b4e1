package io.schedulec.channel;

import io.schedulec.channel.rule.Reason;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.List;

/** Ties queries with the keys that they are multiplied with, head by head. */
final class Attending {
  private static final int HEADS = 1;
  private static final int CHANNELS = 3;

  private final Views views;
  private final Spaces spaces;
  private final Composites composites;
  private final Composites.At at;

  Attending(Views views, Spaces spaces, Composites composites, Composites.At at) {
    this.views = views;
    this.spaces = spaces;
    this.composites = composites;
    this.at = at;
  }

  /** False where the heads of the query are no multiple of those of the key. */
  boolean run(Value query, Value key) {
    int many = views.size(query, HEADS);
    int few = views.size(key, HEADS);
    if (few <= 0 || many % few != 0) {
      return false;
    }
    List<Digit> keyHeads = views.digits(key, HEADS);
    if (many != few) {
      int shared = spaces.add(many / few);
      spaces.freeze(shared, Reason.BROADCAST, at.node(), -1);
      keyHeads = new ArrayList<>(keyHeads);
      keyHeads.add(new Digit(shared, 1, many / few));
    }
    separate(query);
    separate(key);
    composites.meet(
        List.of(
            new Composites.Meeting(views.digits(query, HEADS), keyHeads),
            new Composites.Meeting(views.digits(query, CHANNELS), views.digits(key, CHANNELS))),
        at);
    return true;
  }

  private void separate(Value value) {
    for (Digit digit : views.digits(value, HEADS)) {
      composites.block(digit, Reason.SLICED, at, value.id());
    }
  }
}
