package dev.uncanned.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.message.Pseudonyms;
import dev.uncanned.pipeline.ExitCode;
import dev.uncanned.pipeline.Forgetting;
import dev.uncanned.pipeline.PseudonymKey;
import dev.uncanned.pipeline.RunResult;
import dev.uncanned.pipeline.Runner;
import dev.uncanned.pipeline.UserException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Erases people from an output folder. */
@Command(
    name = "forget",
    description = "Says what is kept of people and, with --erase, removes it for good.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Without --erase nothing is changed. With it the last run is done anew without",
      "these people, all earlier generations are removed, and later runs leave them",
      "out. Give the archives and the options of the last run. The archives themselves",
      "are not touched.",
      "Exit codes: 0 done, 64 a name means several people, 65 the request is another",
      "one than that of the last run, 66 nobody is found, 75 try again."
    })
final class ForgetCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PERSON",
      arity = "0..*",
      description = "pseudonym, e-mail address, profile URL or full name")
  private List<String> people;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "output folder")
  private Path out;

  @Option(
      names = "--erase",
      paramLabel = "ARCHIVE",
      arity = "1..*",
      description = "do it; these are the archives of the last run")
  private List<Path> archives;

  @Option(names = "--log", description = "list the erasures that were carried out, and no more")
  private boolean log;

  @Mixin private LastRequest last;

  @Mixin private LogOptions progress;

  @Override
  public Integer call() throws JsonProcessingException {
    Map<String, Object> result = new LinkedHashMap<>();
    if (log) {
      result.put("erasures", Forgetting.log(out));
    } else {
      forget(result);
    }
    spec.commandLine().getOut().println(new ObjectMapper().writeValueAsString(result));
    return 0;
  }

  private void forget(Map<String, Object> result) {
    if (people == null) {
      throw new UserException(ExitCode.USAGE, "say whom to forget, see uncanned forget --help");
    }
    Forgetting forgetting = Forgetting.of(out, people);
    Forgetting.Preview preview = forgetting.preview();
    result.put("people", preview.people());
    result.put("namesakes", preview.namesakes());
    result.put("on_roster", preview.on_roster());
    result.put("connections_only", preview.connections_only_n());
    result.put("addresses", preview.addresses_n());
    result.put("rows", preview.rows());
    result.put("generations", preview.generations());
    result.put("erased", archives != null);
    if (archives != null) {
      result.put("generation", erase(forgetting).generation());
    }
  }

  private RunResult erase(Forgetting forgetting) {
    String home = System.getProperty("user.home");
    Path usual = PseudonymKey.usual(System.getenv(), home);
    Pseudonyms pseudonyms = new Pseudonyms(PseudonymKey.read(last.keyFile(), usual));
    return progress.watch(
        spec.commandLine().getErr(),
        (record, line) -> {
          Runner runner = new Runner(System.getenv(), home, record);
          return forgetting.erase(runner, last.anew(archives, out), pseudonyms, Instant.now());
        });
  }
}
