package io.schedulec.graph.pt2;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tensors that an archive stores, by name, and which names are one tensor. */
final class Payloads {
  private final Map<String, Payload> all = new LinkedHashMap<>();
  private final Map<String, String> first = new HashMap<>();

  private Payloads() {}

  /** One place in the storage of tensors. */
  private record Place(String entry, TensorMeta meta) {}

  /** Reads the descriptions; an archive may come without them. */
  static Payloads read(Archive archive) {
    ModelEntry model = archive.model();
    Payloads payloads = new Payloads();
    payloads.add(archive, model.weights(), model.weight(""));
    payloads.add(archive, model.constants(), model.constant(""));
    payloads.tie();
    return payloads;
  }

  private void add(Archive archive, String config, String folder) {
    if (!archive.has(config)) {
      return;
    }
    for (Map.Entry<String, Json> entry :
        archive.json(config).member("config").members().entrySet()) {
      all.putIfAbsent(entry.getKey(), Payload.read(entry.getValue(), folder));
    }
  }

  /** Parameters that share all their elements are one parameter, with the first of their names. */
  private void tie() {
    Map<Place, String> places = new HashMap<>();
    for (Map.Entry<String, Payload> entry : all.entrySet()) {
      Payload payload = entry.getValue();
      if (!payload.pickled() && payload.meta().isPresent()) {
        String name = entry.getKey();
        TensorMeta meta = payload.meta().get();
        String earlier = places.putIfAbsent(new Place(payload.entry(), meta), name);
        if (earlier == null) {
          earlier = transposed(places, payload.entry(), meta);
        }
        if (earlier != null) {
          first.put(name, first.getOrDefault(earlier, earlier));
        }
      }
    }
  }

  private static @Nullable String transposed(
      Map<Place, String> places, String entry, TensorMeta meta) {
    if (meta.shape().rank() != 2 || meta.shape().dim(0) == 1 || meta.shape().dim(1) == 1) {
      return null;
    }
    return places.get(new Place(entry, meta.transposed()));
  }

  /** Where a tensor is stored. */
  Optional<Payload> of(String name) {
    return Optional.ofNullable(all.get(name));
  }

  /** The first name of a tensor that may have several. */
  String firstName(String name) {
    return first.getOrDefault(name, name);
  }

  /** Names that are not the first of their tensor. */
  List<String> later() {
    return all.keySet().stream().filter(first::containsKey).toList();
  }
}
