package io.schedulec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.schedulec.testing.Golden;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** One run over several files, in every format. */
final class FormatsTest {
  private static final Path PROJECT = Path.of("test-schedules", "projects", "formats");

  @TempDir private Path folder = Path.of("");

  private static String run(String format, String... more) {
    List<String> line = new ArrayList<>(List.of("check", "--format", format));
    line.addAll(List.of(more));
    line.add(PROJECT.toString());
    Session session = new Session(Main.commands().toArray(new Command[0]));
    assertThat(session.run(line.toArray(new String[0]))).isEqualTo(ExitCode.FINDINGS);
    assertThat(session.err()).isEmpty();
    return session.out();
  }

  @ParameterizedTest
  @CsvSource({
    "text, txt",
    "concise, concise.txt",
    "narrated, narrated.txt",
    "json, json",
    "sarif, sarif",
    "github, github.txt",
    "gitlab, gitlab.json",
    "junit, junit.xml"
  })
  void isShownAsBefore(String format, String ending) {
    String shown = run(format).replaceAll("(\"markdown\": )\".*\"", "$1\"(the page)\"");
    Golden.check(PROJECT.resolve("expected." + ending), shown);
  }

  @Test
  void sarifKeepsToItsSchema() throws IOException {
    String log = run("sarif");
    assertThat(schema().validate(log, InputFormat.JSON)).isEmpty();
    String broken = log.replace("\"startLine\": ", "\"startLine\": -");
    assertThat(schema().validate(broken, InputFormat.JSON)).isNotEmpty();
  }

  private static Schema schema() throws IOException {
    try (InputStream in =
        FormatsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(text, InputFormat.JSON);
    }
  }

  @Test
  void everyRuleOfSarifHasHelpAndEveryResultItsRule() {
    JsonObject run = object(run("sarif")).getAsJsonArray("runs").get(0).getAsJsonObject();
    JsonArray rules = run.getAsJsonObject("tool").getAsJsonObject("driver").getAsJsonArray("rules");
    for (JsonElement result : run.getAsJsonArray("results")) {
      JsonObject one = result.getAsJsonObject();
      JsonObject rule = rules.get(one.get("ruleIndex").getAsInt()).getAsJsonObject();
      assertThat(rule.get("id")).isEqualTo(one.get("ruleId"));
      assertThat(rule.getAsJsonObject("help").get("markdown").getAsString()).startsWith("# SC");
    }
    assertThat(run.get("columnKind").getAsString()).isEqualTo("utf16CodeUnits");
  }

  @Test
  void gitlabHasWhatItsReportsMustHave() {
    Set<String> fingerprints = new HashSet<>();
    JsonArray issues = JsonParser.parseString(run("gitlab")).getAsJsonArray();
    assertThat(issues).hasSizeGreaterThan(4);
    for (JsonElement issue : issues) {
      JsonObject one = issue.getAsJsonObject();
      assertThat(one.keySet())
          .contains("description", "check_name", "fingerprint", "severity", "location");
      assertThat(one.get("severity").getAsString()).isIn("info", "minor", "major");
      JsonObject location = one.getAsJsonObject("location");
      assertThat(location.get("path").getAsString()).startsWith("test-schedules/");
      assertThat(location.getAsJsonObject("lines").get("begin").getAsInt()).isPositive();
      assertThat(fingerprints.add(one.get("fingerprint").getAsString())).isTrue();
    }
  }

  @Test
  void fingerprintsOutliveLinesAbove() throws IOException {
    String text = Files.readString(PROJECT.resolve("several.yaml"));
    String before = fingerprints(text);
    assertThat(fingerprints("# one more line\n" + text)).isEqualTo(before).contains("\n");
    assertThat(fingerprints(text.replace("spare", "rest"))).isNotEqualTo(before);
  }

  private String fingerprints(String text) throws IOException {
    Files.writeString(folder.resolve("a.yaml"), text);
    Session session = new Session(folder, "", Main.commands().toArray(new Command[0]));
    session.run("check", "--format=gitlab", "a.yaml");
    StringBuilder found = new StringBuilder();
    for (JsonElement issue : JsonParser.parseString(session.out()).getAsJsonArray()) {
      found.append(issue.getAsJsonObject().get("fingerprint").getAsString()).append('\n');
    }
    return found.toString();
  }

  @Test
  void junitKeepsToTheShapeThatItsReadersExpect() throws Exception {
    String xml = run("junit");
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    factory
        .newSchema(Path.of("src/test/resources/junit.xsd").toFile())
        .newValidator()
        .validate(new StreamSource(new StringReader(xml)));

    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)));
    int failures = document.getElementsByTagName("failure").getLength();
    assertThat(document.getDocumentElement().getAttribute("failures"))
        .isEqualTo(String.valueOf(failures));
    assertThat(document.getElementsByTagName("testcase").getLength())
        .isEqualTo(Integer.parseInt(document.getDocumentElement().getAttribute("tests")));
  }

  @Test
  void failuresOfJunitAreWhatTheExitCodeSays() {
    assertThat(run("junit", "--fail-on=info")).contains("type=\"warning\"");
    assertThat(run("junit")).doesNotContain("type=\"warning\"").contains("<system-out>");
  }

  @Test
  void aWorkflowCommandIsOneLineWhateverIsInIt() throws IOException {
    String name = "a,b%3A%.yaml";
    Files.writeString(folder.resolve(name), "\"ver,sion\\n::\": 1\npolicies: []\n");
    Session session = new Session(folder, "", Main.commands().toArray(new Command[0]));
    session.run("check", "--format=github", name);
    assertThat(session.out().lines())
        .isNotEmpty()
        .allMatch(line -> line.matches("::(error|warning|notice) file=a%2Cb%253A%25.yaml,line=.*"));
  }

  @Test
  void severalFormatsGoToSeveralFiles() throws IOException {
    Session session = new Session(folder, "", Main.commands().toArray(new Command[0]));
    String schedule = PROJECT.resolve("chain.yaml").toAbsolutePath().toString();
    int code =
        session.run(
            "check",
            "--format=sarif=a.sarif",
            "--format=junit=b.xml",
            "--format=concise",
            schedule);
    assertThat(code).isEqualTo(ExitCode.FINDINGS);
    assertThat(session.out()).contains("SC201").hasLineCount(1);
    assertThat(Files.readString(folder.resolve("a.sarif"))).contains("file:///");
    assertThat(Files.readString(folder.resolve("b.xml"))).contains("<testsuites");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  private static JsonObject object(String json) {
    return JsonParser.parseString(json).getAsJsonObject();
  }
}
