package dev.uncanned.pipeline;

import dev.uncanned.cluster.StateException;
import dev.uncanned.store.DamagedException;
import dev.uncanned.store.NoSuchGenerationException;
import dev.uncanned.store.StoreBusyException;
import dev.uncanned.store.StoreNewerException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Says in one line what went wrong with an output folder, and what helps. */
final class StoreFailure {

  private StoreFailure() {}

  static UserException of(Path out, StoreBusyException busy) {
    return new UserException(
        ExitCode.TRY_AGAIN,
        out + ": " + busy.getMessage() + "; try again later, or wait with --lock-wait SECONDS");
  }

  static UserException of(Path out, NoSuchGenerationException none) {
    return new UserException(ExitCode.NO_INPUT, out + ": " + none.getMessage());
  }

  static UserException of(Path out, IOException failure) {
    if (failure instanceof StoreNewerException) {
      return new UserException(
          ExitCode.CONFIG, out + ": " + failure.getMessage() + "; update the program");
    }
    if (failure instanceof DamagedException) {
      return new UserException(
          ExitCode.INTERNAL,
          out
              + ": "
              + failure.getMessage()
              + "; restore it from a backup, or see uncanned rollback for an older generation");
    }
    if (failure instanceof StateException state) {
      return new UserException(ExitCode.INTERNAL, out + ": " + state.getMessage());
    }
    boolean told = failure instanceof FileSystemException known && known.getReason() != null;
    String reason = told ? " (" + ((FileSystemException) failure).getReason() + ")" : "";
    return new UserException(
        ExitCode.IO,
        out + ": reading or writing failed" + reason + "; check disk space and rights");
  }
}
