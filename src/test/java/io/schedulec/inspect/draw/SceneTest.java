package io.schedulec.inspect.draw;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.analysis.Models;
import io.schedulec.bind.ModelFacts;
import io.schedulec.graph.shape.Layer;
import io.schedulec.graph.shape.LayerTable;
import io.schedulec.inspect.draw.Scene.Area;
import io.schedulec.inspect.draw.Scene.Box;
import io.schedulec.inspect.draw.Scene.Curve;
import io.schedulec.inspect.draw.Scene.Point;
import io.schedulec.testing.Shared;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where things are in a picture. */
final class SceneTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "gated.onnx",
        "mobilenet_v1_025.onnx",
        "resnet20_cifar.onnx",
        "resnet20_cifar.fused.onnx",
        "simplenet_cifar.onnx",
        "tiny_inception.onnx"
      })
  void everythingHasAPlaceOfItsOwn(String name) {
    ModelFacts facts = Networks.bundled(name);
    check(facts, false);
    check(facts, true);
    demandEveryWeightOnce(facts);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "densenet121",
        "efficientnet_b0",
        "googlenet",
        "mobilenet_v2",
        "regnet_y_800mf",
        "resnet152",
        "seg_fcn_resnet50",
        "shufflenet_v2_x1_0",
        "timm_hrnet_w18_small.dynamo",
        "vit_b_16"
      })
  void alsoInLargeModels(String name) {
    ModelFacts facts = new Models().load(Shared.file("models/graphs/" + name + ".onnx"));
    check(facts, false);
    demandEveryWeightOnce(facts);
  }

  @Property(tries = 150)
  void alsoInAnyOther(@ForAll int seed, @ForAll @IntRange(min = 1, max = 60) int size) {
    ModelFacts facts = Networks.random(seed, size);
    check(facts, false);
    check(facts, true);
    demandEveryWeightOnce(facts);
  }

  @Test
  void aLongLineThatIsOneOfManyGoesAround() {
    ModelFacts facts = Networks.skipping(200);
    Outline outline = Outlining.of(facts, true);
    check(outline);
    Grid grid = new Grid(Leveling.of(outline));
    long around = 0;
    for (int strand = 0; strand < grid.level().strands().size(); strand++) {
      around += grid.around(strand) ? 1 : 0;
    }
    assertThat(around).isGreaterThan(40);
    assertThat(grid.vertices()).isLessThan(6000);
  }

  private static void check(ModelFacts facts, boolean expand) {
    check(Outlining.of(facts, expand));
  }

  private static void check(Outline outline) {
    Scene scene = Columns.of(Leveling.of(outline), outline);
    demandEveryItemOnce(outline, scene);
    demandNoOverlap(scene);
    demandFreeLines(scene);
    for (Wire wire : outline.wires()) {
      assertThat(outline.drawn().get(wire.from()) && outline.drawn().get(wire.to())).isTrue();
    }
  }

  private static void demandEveryItemOnce(Outline outline, Scene scene) {
    List<Integer> drawn = new ArrayList<>();
    for (int i = 0; i < outline.drawn().size(); i++) {
      if (outline.drawn().get(i)) {
        drawn.add(i);
      }
    }
    assertThat(scene.boxes().stream().map(Box::item)).containsExactlyInAnyOrderElementsOf(drawn);
    assertThat(scene.frames()).hasSameSizeAs(outline.blocks());
  }

  private static void demandNoOverlap(Scene scene) {
    List<Area> areas = new ArrayList<>();
    scene.boxes().forEach(box -> areas.add(box.area()));
    scene.labels().forEach(label -> areas.add(label.area()));
    for (int i = 0; i < areas.size(); i++) {
      Area area = areas.get(i);
      assertThat(area.x() >= -0.01 && area.x() + area.width() <= scene.width() + 40).isTrue();
      assertThat(area.y() >= 0 && area.bottom() <= scene.height() + 0.01).isTrue();
      for (int j = 0; j < i; j++) {
        assertThat(smaller(area).overlaps(areas.get(j))).as("%s %s", area, areas.get(j)).isFalse();
      }
    }
    for (Scene.Frame frame : scene.frames()) {
      for (Area area : areas) {
        boolean inside =
            area.x() >= frame.area().x()
                && area.x() + area.width() <= frame.area().x() + frame.area().width()
                && area.y() >= frame.area().y()
                && area.bottom() <= frame.area().bottom();
        assertThat(inside || !smaller(area).overlaps(frame.area())).as("%s", frame).isTrue();
      }
    }
  }

  private static Area smaller(Area area) {
    return new Area(area.x() + 0.1, area.y() + 0.1, area.width() - 0.2, area.height() - 0.2);
  }

  /** A line touches the two boxes that it joins and goes through none. */
  private static void demandFreeLines(Scene scene) {
    for (Curve curve : scene.curves()) {
      for (Point point : samples(curve)) {
        for (Box box : scene.boxes()) {
          Area area = smaller(box.area());
          boolean inside =
              area.x() < point.x()
                  && point.x() < area.x() + area.width()
                  && area.y() < point.y()
                  && point.y() < area.bottom();
          assertThat(inside).as("%s through %s", curve, box).isFalse();
        }
      }
    }
  }

  private static List<Point> samples(Curve curve) {
    List<Point> samples = new ArrayList<>();
    for (int i = 1; i < curve.points().size(); i++) {
      Point from = curve.points().get(i - 1);
      Point to = curve.points().get(i);
      for (int step = 0; step <= 20; step++) {
        double t = step / 20.0;
        double ease = curve.square() ? t : t * t * (3 - 2 * t);
        double y = from.y() + (to.y() - from.y()) * t;
        samples.add(new Point(from.x() + (to.x() - from.x()) * ease, y));
      }
    }
    return samples;
  }

  private static void demandEveryWeightOnce(ModelFacts facts) {
    Outline folded = Outlining.of(facts, false);
    Set<String> seen = new HashSet<>();
    for (Item item : folded.sketch().items()) {
      item.weights()
          .forEach(weight -> assertThat(seen.add(weight.name())).as("%s", weight).isTrue());
    }
    for (Layer layer : LayerTable.of(facts.graph(), facts.shapes())) {
      assertThat(seen).contains(layer.weight().name());
    }
    assertThat(items(folded, -1)).isEqualTo(folded.sketch().items().size());
  }

  /** The items of a part, each as often as the blocks around it are there. */
  private static int items(Outline outline, int block) {
    int items = outline.itemsIn(block).size();
    for (int inner : outline.blocksIn(block)) {
      items += outline.blocks().get(inner).count() * items(outline, inner);
    }
    return items;
  }
}
