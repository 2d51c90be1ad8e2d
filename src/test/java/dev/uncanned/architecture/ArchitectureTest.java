package dev.uncanned.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PRIVATE;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@AnalyzeClasses(packages = "dev.uncanned", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "dev.uncanned.";

  /** The flow, from left to right; a package imports only what stands to its left. */
  private static final List<String> ROW =
      List.of(
          "archive",
          "message",
          "text",
          "signature",
          "cluster",
          "campaign",
          "entity",
          "template",
          "score",
          "mart",
          "export",
          "report");

  private static final int MANY_CLASSES = 150;

  @ArchTest
  static void enoughClassesAreImported(JavaClasses classes) {
    assertThat(classes.size()).as("a rule over nothing always holds").isGreaterThan(MANY_CLASSES);
    for (String noun : ROW) {
      assertThat(classes.stream().anyMatch(type -> type.getPackageName().equals(ROOT + noun)))
          .as(noun)
          .isTrue();
    }
  }

  @ArchTest
  static void packagesImportOnlyToTheirLeft(JavaClasses classes) {
    for (int i = 0; i < ROW.size(); i++) {
      List<String> forbidden = new ArrayList<>(ROW.subList(i + 1, ROW.size()));
      forbidden.addAll(List.of("pipeline", "store", "cli", "synthetic", "evaluation"));
      String[] right = forbidden.stream().map(noun -> ROOT + noun + "..").toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(ROOT + ROW.get(i) + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(right)
          .because("the flow has one direction, so that a change is felt on one side only")
          .check(classes);
    }
  }

  @ArchTest
  static final ArchRule tableStandsOnNothing =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "table..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.uncanned..").and(not(resideInAPackage(ROOT + "table.."))))
          .because("it lies under all other packages");

  @ArchTest
  static final ArchRule storeStandsOnNothing =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "store..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.uncanned..").and(not(resideInAPackage(ROOT + "store.."))))
          .because("the publish protocol is tested like a database: alone");

  @ArchTest
  static final ArchRule syntheticStandsOnNothing =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "synthetic..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.uncanned..").and(not(resideInAPackage(ROOT + "synthetic.."))))
          .because("a truth that shares code with what it judges would share its mistakes");

  @ArchTest
  static final ArchRule onlyCommandsUseThePipeline =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "pipeline..", ROOT + "cli..", ROOT + "evaluation..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + "pipeline..")
          .because("the pipeline knows all rooms, no room knows the pipeline");

  @ArchTest
  static final ArchRule onlyItsCommandKnowsTheExport =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "pipeline..", ROOT + "cli..", ROOT + "export..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "export..")
          .because(
              "what researchers get stands beside the report, and neither is made of the other");

  @ArchTest
  static final ArchRule noCycles =
      slices()
          .matching("dev.uncanned.(*)..")
          .should()
          .beFreeOfCycles()
          .because("two packages in a circle are one package with two names");

  @ArchTest
  static final ArchRule onlyStagesKnowSpark =
      noClasses()
          .that(not(simpleNameEndingWith("Stage")).and(isTopLevel()))
          .and()
          .resideOutsideOfPackages(ROOT + "table..", ROOT + "pipeline..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.spark..")
          .because("what can be tested without Spark is tested without Spark");

  @ArchTest
  static final ArchRule onlyTheTablePackageKnowsCatalyst =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "table..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.spark.sql.catalyst..")
          .because("Spark's internals may change; then one package changes with them");

  @ArchTest
  static final ArchRule noReflectiveEncoders =
      noClasses()
          .should()
          .callMethod(org.apache.spark.sql.Encoders.class, "bean", Class.class)
          .orShould()
          .callMethod(org.apache.spark.sql.Encoders.class, "kryo", Class.class)
          .orShould()
          .callMethod(org.apache.spark.sql.Encoders.class, "javaSerialization", Class.class)
          .because("they turn a record into an empty struct without a word");

  @ArchTest
  static final ArchRule jacksonOnlyAtTheEdges =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              ROOT + "pipeline..", ROOT + "store..", ROOT + "cli..", ROOT + "synthetic..")
          .and()
          .haveSimpleNameNotEndingWith("JsonReader")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson..")
          .because("between the packages travel records, not trees");

  @ArchTest
  static final ArchRule onlyTheEntityPackageKnowsCoreNlp =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "entity..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("edu.stanford..")
          .because("a model of names stands behind one interface, so that runs can do without");

  @ArchTest
  static final ArchRule onlyThePipelineOpensSessions =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "pipeline..")
          .should()
          .callMethod(org.apache.spark.sql.SparkSession.class, "builder")
          .orShould()
          .callMethod(org.apache.spark.sql.SparkSession.class, "active")
          .because("a session that comes from nowhere cannot be given to a test");

  @ArchTest
  static final ArchRule noStaticSparkState =
      fields()
          .that()
          .areStatic()
          .should()
          .notHaveRawType(org.apache.spark.sql.SparkSession.class)
          .andShould()
          .notHaveRawType(org.apache.spark.sql.Dataset.class)
          .andShould()
          .notHaveRawType(org.apache.spark.broadcast.Broadcast.class)
          .because("static state outlives the run it belongs to");

  @ArchTest
  static final ArchRule stagesHaveOneShape =
      classes()
          .that()
          .haveSimpleNameEndingWith("Stage")
          .and(isTopLevel())
          .should()
          .haveModifier(PUBLIC)
          .andShould()
          .haveModifier(FINAL)
          .andShould()
          .beAssignableTo(plainObject())
          .andShould(haveOneDoor())
          .because("a stage is the one door of its package to Spark");

  @ArchTest
  static final ArchRule stageFieldsAreFixed =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .haveSimpleNameEndingWith("Stage")
          .should()
          .haveModifier(PRIVATE)
          .andShould()
          .haveModifier(FINAL)
          .because("a stage is its configuration and nothing else");

  @ArchTest
  static final ArchRule stagesAreLazy =
      classes()
          .that()
          .haveSimpleNameEndingWith("Stage")
          .should(callNoActionBut())
          .because("the pipeline decides when work is done");

  @ArchTest
  static final ArchRule theShuffleGathersNothing =
      classes()
          .that()
          .haveSimpleName("ShuffledClusters")
          .should(callNoActionBut("count", "first"))
          .because("it clusters more texts than one process holds, and the driver is one");

  @ArchTest
  static final ArchRule noInheritanceAmongOurClasses =
      classes()
          .should(extendNoneOfOurs())
          .because("a class is understood from one file, not from a chain of them");

  @ArchTest
  static final ArchRule namesAreNouns =
      noClasses()
          .should()
          .haveNameMatching(".*(Util|Utils|Helper|Manager|Common|Base|Impl)")
          .because("such a name says that nobody knew what the class is");

  @ArchTest
  static final ArchRule noHiddenInputs =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "pipeline..", ROOT + "cli..")
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .callMethod(System.class, "getProperty", String.class)
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callConstructor(java.util.Random.class)
          .because("no clock, variable or dice may change a published number");

  @ArchTest
  static final ArchRule noStandardStreams =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "cli..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because("standard output is the result of a command");

  @ArchTest
  static final ArchRule noOldLogging =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.logging..")
          .because("logs go one way, with one layout that holds no private text");

  @ArchTest
  static void everyPackageSaysWhyItExists(JavaClasses classes) {
    Set<String> packages =
        classes.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
    assertThat(packages).hasSizeGreaterThan(ROW.size());
    for (String name : packages) {
      Path folder = Path.of("src/main/java", name.split("\\."));
      assertThat(folder.resolve("package-info.java")).as(name).exists();
    }
  }

  @ArchTest
  static void columnsAreNamedByTheirRecords(JavaClasses classes) throws IOException {
    List<Path> sources;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      sources = files.filter(file -> file.toString().endsWith(".java")).toList();
    }
    assertThat(sources).hasSizeGreaterThan(MANY_CLASSES);
    for (Path file : sources) {
      assertThat(Files.readString(file)).as(file.toString()).doesNotContain("col(\"");
    }
  }

  private static DescribedPredicate<JavaClass> isTopLevel() {
    return DescribedPredicate.describe(
        "top level, not inside a stage",
        type -> {
          JavaClass at = type;
          while (at.getEnclosingClass().isPresent()) {
            at = at.getEnclosingClass().get();
          }
          return at.equals(type) || !at.getSimpleName().endsWith("Stage");
        });
  }

  private static DescribedPredicate<JavaClass> plainObject() {
    return DescribedPredicate.describe(
        "a class without superclass",
        type -> type.getRawSuperclass().map(up -> up.isEquivalentTo(Object.class)).orElse(true));
  }

  private static ArchCondition<JavaClass> haveOneDoor() {
    return new ArchCondition<>("have exactly one public method, apply") {
      @Override
      public void check(JavaClass stage, ConditionEvents events) {
        List<String> doors =
            stage.getMethods().stream()
                .filter(method -> method.getModifiers().contains(PUBLIC))
                .filter(method -> !method.getModifiers().contains(STATIC))
                .map(JavaMethod::getName)
                .toList();
        boolean one = doors.equals(List.of("apply"));
        events.add(new SimpleConditionEvent(stage, one, stage.getName() + " has " + doors));
      }
    };
  }

  /** Actions, and what leads to actions that are not seen here. */
  private static ArchCondition<JavaClass> callNoActionBut(String... allowed) {
    Set<String> actions =
        new HashSet<>(
            Set.of(
                "count",
                "collect",
                "collectAsList",
                "show",
                "take",
                "takeAsList",
                "tail",
                "first",
                "head",
                "isEmpty",
                "reduce",
                "foreach",
                "foreachPartition",
                "write",
                "writeTo",
                "cache",
                "persist",
                "checkpoint",
                "localCheckpoint",
                "rdd",
                "javaRDD",
                "toJavaRDD",
                "toLocalIterator"));
    actions.removeAll(Set.of(allowed));
    return new ArchCondition<>("call no action of a Dataset but " + List.of(allowed)) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
          boolean onDataset =
              call.getTargetOwner().isEquivalentTo(org.apache.spark.sql.Dataset.class);
          boolean action = onDataset && actions.contains(call.getName());
          if (action) {
            events.add(SimpleConditionEvent.violated(type, call.getDescription()));
          }
        }
      }
    };
  }

  private static ArchCondition<JavaClass> extendNoneOfOurs() {
    return new ArchCondition<>("extend none of our classes") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean extending =
            !type.isInterface()
                && !type.isEnum()
                && type.getRawSuperclass()
                    .map(up -> up.getPackageName().startsWith("dev.uncanned") && !up.isEnum())
                    .orElse(false);
        if (extending) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " extends ours"));
        }
      }
    };
  }
}
