package io.schedulec.graph.pt2;

import java.util.Set;

/** Guesses what a zip archive is that holds no exported program. */
final class OtherArchives {
  private OtherArchives() {}

  /** The rest of a sentence that begins with the name of the file. */
  static String describe(Set<String> entries) {
    if (any(entries, "serialized_exported_program.json")) {
      return "was written by torch.export.save of PyTorch 2.7 or older:"
          + " load it there and save it with a newer one";
    }
    if (any(entries, "constants.pkl") && within(entries, "code/")) {
      return "is a TorchScript archive, whose graph is code, not a model of torch.export:"
          + " export the module with torch.export.save or torch.onnx.export";
    }
    if (within(entries, "data/aotinductor/")) {
      return "is a compiled package of AOTInductor, which has no graph:"
          + " save the exported program with torch.export.save";
    }
    if (any(entries, "data.pkl")) {
      return "is a checkpoint of torch.save, which has weights but no graph:"
          + " export the module with torch.export.save or torch.onnx.export";
    }
    if (any(entries, "archive_format")) {
      return "is an archive of PyTorch without models/model.json, so it has no graph";
    }
    return "is a zip archive, but no model: it has no models/model.json";
  }

  private static boolean any(Set<String> entries, String name) {
    for (String entry : entries) {
      if (entry.endsWith(name)
          && (entry.length() == name.length()
              || entry.charAt(entry.length() - name.length() - 1) == '/')) {
        return true;
      }
    }
    return false;
  }

  private static boolean within(Set<String> entries, String folder) {
    for (String entry : entries) {
      if (entry.startsWith(folder, entry.indexOf('/') + 1)) {
        return true;
      }
    }
    return false;
  }
}
