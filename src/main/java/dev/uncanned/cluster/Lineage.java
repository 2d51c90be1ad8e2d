package dev.uncanned.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells what became of each cluster between two looks at the clusters.
 *
 * <p>Source: M. Spiliopoulou, I. Ntoutsi, Y. Theodoridis, R. Schult, "MONIC: modeling and
 * monitoring cluster transitions", KDD 2006. A cluster survives in one that holds at least {@value
 * #SURVIVAL} of its texts; it is split among those that hold at least {@value #SPLIT} each and
 * {@value #SURVIVAL} together; otherwise it has ended. Of several clusters that go into one that
 * with the same id survives, else the one with the largest part in it, and the others are absorbed.
 * The paper asks for the largest part only; here an id that lasts is a cluster that lasts.
 *
 * <p>Meant to be filled with the texts that both looks know or one of the two, each once. Not
 * thread-safe.
 */
public final class Lineage {

  static final double SURVIVAL = 0.7;
  static final double SPLIT = 0.3;

  private final Map<String, Map<String, Double>> parts = new TreeMap<>();
  private final Map<String, Double> sizes = new HashMap<>();
  private final Set<String> later = new HashSet<>();

  /**
   * Takes in a text.
   *
   * @param from its cluster at the first look; null if it was not there
   * @param to its cluster at the second look; null if it is there no more
   */
  public void add(String from, String to) {
    add(from, to, 1);
  }

  /**
   * Takes in several texts, or a part of one.
   *
   * <p>Sums of parts that are no whole numbers depend on their order in the last digits: callers
   * give them in an order of their own.
   *
   * @param from as for a single text
   * @param to as for a single text
   * @param weight above 0
   */
  public void add(String from, String to, double weight) {
    if (to != null) {
      later.add(to);
    }
    if (from != null) {
      sizes.merge(from, weight, Double::sum);
      Map<String, Double> heirs = parts.computeIfAbsent(from, unseen -> new TreeMap<>());
      if (to != null) {
        heirs.merge(to, weight, Double::sum);
      }
    }
  }

  /** All transitions: former clusters by id, then the clusters that emerged by id. */
  public List<Transition> transitions() {
    Map<String, List<String>> claims = new HashMap<>();
    parts.forEach((from, heirs) -> claim(from, heirs, claims));
    Map<String, String> survivorOf = new HashMap<>();
    claims.forEach((to, claimants) -> survivorOf.put(to, strongest(to, claimants)));
    Set<String> carriedOn = new HashSet<>();
    List<Transition> transitions = new ArrayList<>();
    for (Map.Entry<String, Map<String, Double>> cluster : parts.entrySet()) {
      for (Transition each : of(cluster.getKey(), cluster.getValue(), survivorOf)) {
        transitions.add(each);
        if (each.to_id() != null) {
          carriedOn.add(each.to_id());
        }
      }
    }
    later.stream()
        .filter(to -> !carriedOn.contains(to))
        .sorted()
        .forEach(to -> transitions.add(new Transition(null, to, Transition.Kind.EMERGE, null)));
    return transitions;
  }

  private void claim(String from, Map<String, Double> heirs, Map<String, List<String>> claims) {
    heirs.forEach(
        (to, n) -> {
          if (share(from, n) >= SURVIVAL) {
            claims.computeIfAbsent(to, unseen -> new ArrayList<>()).add(from);
          }
        });
  }

  private String strongest(String to, List<String> claimants) {
    return claimants.stream()
        .min(
            Comparator.<String, Boolean>comparing(from -> !from.equals(to))
                .thenComparing(from -> -parts.get(from).get(to))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  private List<Transition> of(
      String from, Map<String, Double> heirs, Map<String, String> survivorOf) {
    List<Transition> pieces = new ArrayList<>();
    double together = 0;
    for (Map.Entry<String, Double> heir : heirs.entrySet()) {
      double share = share(from, heir.getValue());
      if (share >= SURVIVAL) {
        boolean survives = from.equals(survivorOf.get(heir.getKey()));
        Transition.Kind kind = survives ? Transition.Kind.SURVIVE : Transition.Kind.ABSORB;
        return List.of(new Transition(from, heir.getKey(), kind, share));
      }
      if (share >= SPLIT) {
        pieces.add(new Transition(from, heir.getKey(), Transition.Kind.SPLIT, share));
        together += share;
      }
    }
    return pieces.size() > 1 && together >= SURVIVAL
        ? pieces
        : List.of(new Transition(from, null, Transition.Kind.END, null));
  }

  private double share(String from, double n) {
    return n / sizes.get(from);
  }
}
