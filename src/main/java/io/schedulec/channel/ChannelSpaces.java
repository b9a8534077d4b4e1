package io.schedulec.channel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * All groups of a model.
 *
 * @param groups every group, by {@link CoupledGroup#id()}
 * @param byParameter the groups in which each parameter takes part, by parameter name
 */
public record ChannelSpaces(
    List<CoupledGroup> groups, Map<String, List<CoupledGroup>> byParameter) {

  /** Copies the list of groups; the map is not changed by who made it. */
  public ChannelSpaces {
    groups = List.copyOf(groups);
    byParameter = Collections.unmodifiableMap(byParameter);
  }

  /** The groups in which a parameter takes part in a role, in order of its indices. */
  public List<CoupledGroup> groupsOf(String parameter, Role role) {
    List<CoupledGroup> groups = new ArrayList<>();
    for (CoupledGroup group : byParameter.getOrDefault(parameter, List.of())) {
      for (Member member : group.members()) {
        if (member.role() == role && member.parameter().name().equals(parameter)) {
          groups.add(group);
          break;
        }
      }
    }
    return groups;
  }
}
