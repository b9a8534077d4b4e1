package io.schedulec.check;

import io.schedulec.bind.BoundSchedule;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.check.chain.Verdict;
import io.schedulec.diagnostic.Figure;
import io.schedulec.graph.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The layers whose channels a reader sees side by side. */
final class ConcatSources {
  private final Verdict.Unprunable verdict;
  private final Parameter reader;
  private final List<Figure.Sources.Source> sources = new ArrayList<>();
  private int size;

  private ConcatSources(Verdict.Unprunable verdict, Verdict.Obstacle.Concatenation concat) {
    this.verdict = verdict;
    this.reader = reader(verdict, concat);
    for (CoupledGroup group : concat.groups()) {
      Optional<Member> member = member(group, reader);
      if (member.isPresent()) {
        sources.add(source(group, member.get()));
        size += group.size();
      }
    }
    sources.sort((a, b) -> Integer.compare(a.from(), b.from()));
  }

  static ConcatSources of(Verdict.Unprunable verdict, Verdict.Obstacle.Concatenation concat) {
    return new ConcatSources(verdict, concat);
  }

  /** The concatenation, drawn from the reader. */
  Figure figure(BoundSchedule schedule) {
    String walking =
        ObstacleWords.filters(verdict)
            ? ", walking back from a layer that reads them"
            : ", walking back from the pruned channels";
    return new Figure.Sources(
        schedule.facts().graph().name() + walking,
        reader.layer(),
        size,
        ConcatNames.before(schedule.facts().graph(), reader),
        sources);
  }

  /** What the trainer would do with them. */
  String cause() {
    return ObstacleWords.filters(verdict) ? written() : read();
  }

  private String written() {
    String layer = verdict.listed().get(0).weight().parameter().layer();
    Optional<Figure.Sources.Source> own =
        sources.stream().filter(s -> s.layer().equals(layer)).findFirst();
    String text =
        "The thinner hands the list of kept filters to "
            + reader.layer()
            + " as if it read this layer alone, although it reads "
            + size
            + " channels of "
            + sources.size()
            + " layers";
    return own.isPresent()
        ? text + " and these are " + own.get().from() + " to " + own.get().to() + " of them."
        : text + ".";
  }

  private String read() {
    Figure.Sources.Source second = sources.get(Math.min(1, sources.size() - 1));
    int channel = second.from() + Math.min(6, second.size() - 1);
    int kept = size - UnprunableCounts.removed(verdict, size).orElse(0);
    String name = second.layer().substring(second.layer().lastIndexOf('.') + 1);
    boolean two = sources.size() == 2;
    return "Channel "
        + channel
        + " is filter "
        + (channel - second.from())
        + " of "
        + name
        + ", yet the thinner hands the same list of "
        + kept
        + " kept channels (numbered 0.."
        + (size - 1)
        + ") to "
        + (two ? "both" : "all " + sources.size())
        + " producers, and "
        + (two ? "neither" : "none")
        + " can follow it.";
  }

  private static Parameter reader(
      Verdict.Unprunable verdict, Verdict.Obstacle.Concatenation concat) {
    if (!ObstacleWords.filters(verdict)) {
      return verdict.listed().get(0).weight().parameter();
    }
    for (Member member : concat.groups().get(0).readers()) {
      boolean inAll =
          concat.groups().stream().allMatch(g -> member(g, member.parameter()).isPresent());
      if (inAll) {
        return member.parameter();
      }
    }
    return concat.groups().get(0).readers().get(0).parameter();
  }

  private static Optional<Member> member(CoupledGroup group, Parameter parameter) {
    for (Member member : group.readers()) {
      if (member.parameter().name().equals(parameter.name())) {
        return Optional.of(member);
      }
    }
    return Optional.empty();
  }

  private static Figure.Sources.Source source(CoupledGroup group, Member reader) {
    List<Integer> first = reader.indices().of(0);
    List<Integer> last = reader.indices().of(group.size() - 1);
    List<Member> writers = group.writers();
    String layer = writers.isEmpty() ? "the model's input" : writers.get(0).parameter().layer();
    return new Figure.Sources.Source(first.get(0), last.get(last.size() - 1), layer, group.size());
  }
}
