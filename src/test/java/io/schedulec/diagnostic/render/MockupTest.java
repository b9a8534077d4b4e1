package io.schedulec.diagnostic.render;

import io.schedulec.testing.Golden;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

final class MockupTest {
  private static final Path GOLDENS = Path.of("src/test/resources/mockups");

  @SuppressWarnings("unused") // named by the annotations below
  private static final List<String> NAMES = MockupDiagnostics.NAMES;

  @ParameterizedTest
  @FieldSource("NAMES")
  void text(String name) {
    Golden.check(
        GOLDENS.resolve(name + ".full.txt"), text(name, new RenderOptions(100, false, false)));
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void ascii(String name) {
    Golden.check(
        GOLDENS.resolve(name + ".ascii80.txt"), text(name, new RenderOptions(80, true, false)));
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void concise(String name) {
    Mockup mockup = Mockup.read(name);
    String line =
        new ConciseRenderer(false).render(mockup.file(), MockupDiagnostics.of(name, mockup));

    Golden.check(GOLDENS.resolve(name + ".concise.txt"), line);
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void json(String name) {
    Mockup mockup = Mockup.read(name);
    FileResult result =
        new FileResult(
            mockup.file(), "resnet20_cifar.onnx", List.of(MockupDiagnostics.of(name, mockup)));

    Golden.check(GOLDENS.resolve(name + ".json"), JsonRenderer.render(List.of(result)));
  }

  private static String text(String name, RenderOptions options) {
    Mockup mockup = Mockup.read(name);
    return new TextRenderer(options).render(mockup.file(), MockupDiagnostics.of(name, mockup));
  }
}
