package io.schedulec.hooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A Git repository with a model, and schedules for it: a broken one and the same, mended. */
final class Repository {
  private static final Path EXAMPLES = Path.of("test-schedules");
  private static final String INCOMPLETE =
      "[module.layer3.0.conv2.weight,\n              module.layer3.1.conv2.weight]";
  private static final String COMPLETE =
      "[module.layer3.0.conv2.weight, module.layer3.0.downsample.0.weight,\n"
          + "              module.layer3.1.conv2.weight, module.layer3.2.conv2.weight]";

  private final Path folder;
  private final Tools tools;

  /** An empty repository in a new folder. */
  Repository(Path folder, Tools tools) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.tools = tools;
    git("init", "--quiet");
  }

  /** A schedule that prunes a chain in part, which is SC201. */
  static String broken() throws IOException {
    return Files.readString(EXAMPLES.resolve("mockups/a.yaml"));
  }

  /** The same schedule with the whole chain. */
  static String mended() throws IOException {
    String mended = broken().replace(INCOMPLETE, COMPLETE);
    if (mended.equals(broken())) {
      throw new AssertionError("the broken schedule has another list than this test knows");
    }
    return mended;
  }

  /** Adds a model, and a configuration that says it is every schedule's. */
  Repository withModel() throws IOException {
    Path model = folder.resolve("models/resnet 20.onnx");
    Files.createDirectories(model.getParent());
    Files.copy(
        EXAMPLES.resolve("models/resnet20_cifar.onnx"), model, StandardCopyOption.REPLACE_EXISTING);
    write("schedulec.yaml", "models:\n  '**.yaml': models/resnet 20.onnx\n");
    git("add", "--all");
    commit();
    return this;
  }

  Path folder() {
    return folder;
  }

  Repository write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  Repository stage(String name, String text) throws IOException {
    write(name, text);
    git("add", "--", name);
    return this;
  }

  /** Commits what is staged without asking any hook. */
  void commit() {
    git("commit", "--quiet", "--no-verify", "--allow-empty", "--message", "change");
  }

  /** Runs git, which must succeed. */
  String git(String... arguments) {
    return tools.runs(folder, command(arguments));
  }

  /** Commits as users do, which hooks can refuse. */
  Tools.Outcome tryCommit() {
    return tools.run(folder, command("commit", "--quiet", "--message", "change"));
  }

  private static String[] command(String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = "git";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return command;
  }
}
