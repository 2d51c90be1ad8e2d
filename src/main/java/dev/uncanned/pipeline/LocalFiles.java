package dev.uncanned.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The files of this machine as Spark sees them, without a process for each of them.
 *
 * <p>Hadoop starts {@code chmod} for each file and folder that it makes, where its native library
 * is missing; that is hundreds of processes in a small run. Its usual local file system also writes
 * a file of checksums beside each file. Published files have theirs in the manifest.
 */
public final class LocalFiles extends RawLocalFileSystem {

  /** Hadoop's setting for the class of {@code file:} paths. */
  static final String SETTING = "fs.file.impl";

  /** Sticky bits, which nobody asks for here, are left out. */
  @Override
  public void setPermission(Path path, FsPermission permission) throws IOException {
    String granted =
        permission.getUserAction().SYMBOL
            + permission.getGroupAction().SYMBOL
            + permission.getOtherAction().SYMBOL;
    Files.setPosixFilePermissions(
        pathToFile(path).toPath(), PosixFilePermissions.fromString(granted));
  }
}
