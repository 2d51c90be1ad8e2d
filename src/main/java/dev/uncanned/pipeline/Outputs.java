package dev.uncanned.pipeline;

import dev.uncanned.store.Manifest;
import dev.uncanned.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Looks up what an output folder has published. */
public final class Outputs {

  private Outputs() {}

  /** The newest generation: what its manifest says and where its files are. */
  public record Newest(Manifest manifest, Path folder) {}

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
      throw new UserException(ExitCode.IO, out + ": its manifests cannot be read");
    }
  }
}
