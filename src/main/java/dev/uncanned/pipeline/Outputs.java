package dev.uncanned.pipeline;

import dev.uncanned.store.Manifest;
import dev.uncanned.store.NoSuchGenerationException;
import dev.uncanned.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks up what an output folder has published. */
public final class Outputs {

  private Outputs() {}

  /** The newest generation: what its manifest says and where its files are. */
  public record Newest(Manifest manifest, Path folder) {}

  /**
   * All that is kept.
   *
   * @param generations from the oldest to the newest
   * @param damaged numbers of manifests that are damaged
   * @param hintsAgree whether {@code current} and {@code CURRENT.json} name the newest; if not, the
   *     next run sets them right
   */
  public record Kept(List<Manifest> generations, Set<Long> damaged, boolean hintsAgree) {}

  /**
   * The newest generation of an output folder.
   *
   * @throws UserException if nothing has been published there
   */
  public static Newest newest(Path out) {
    Store store = new Store(out);
    try {
      Optional<Manifest> manifest = store.newest();
      if (manifest.isEmpty()) {
        throw new UserException(
            ExitCode.NO_INPUT, out + ": nothing is published there yet; see uncanned run");
      }
      return new Newest(manifest.get(), store.folder(manifest.get()));
    } catch (IOException failure) {
      throw StoreFailure.of(out, failure);
    }
  }

  /**
   * A generation that is kept, or the newest.
   *
   * @param number null for the newest
   * @throws UserException if there is no such one
   */
  public static Newest of(Path out, Long number) {
    return number == null ? newest(out) : generation(out, number);
  }

  /**
   * A generation that is kept.
   *
   * @throws UserException if it is not
   */
  private static Newest generation(Path out, long number) {
    Store store = new Store(out);
    try {
      Manifest manifest = store.generation(number);
      return new Newest(manifest, store.folder(manifest));
    } catch (NoSuchGenerationException none) {
      throw StoreFailure.of(out, none);
    } catch (IOException failure) {
      throw StoreFailure.of(out, failure);
    }
  }

  /** All that an output folder keeps. */
  public static Kept kept(Path out) {
    Manifest newest = newest(out).manifest();
    Store store = new Store(out);
    try {
      return new Kept(store.generations(), store.damagedManifests(), store.hintsAgree(newest));
    } catch (IOException failure) {
      throw StoreFailure.of(out, failure);
    }
  }
}
