package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SweepGridTest {

  private static final PipelineConfig SHIPPED = new ConfigReader().read(null, Map.of());

  private static SweepGrid grid(List<Double> thresholds, List<Integer> recipients) {
    return new SweepGrid(thresholds, List.of(), List.of(), List.of(), recipients);
  }

  @Test
  void keepsTheConfiguredValuesOfParametersWithoutAny() {
    SweepGrid grid = grid(List.of(), List.of()).over(SHIPPED);
    assertThat(grid.settings()).hasSize(1);
    assertThat(SweepGrid.apply(grid.settings().get(0), SHIPPED)).isEqualTo(SHIPPED);
  }

  @Test
  void triesEachValueOnceInAscendingOrder() {
    SweepGrid grid = grid(List.of(0.6, 0.4, 0.6), List.of(8, 3)).over(SHIPPED);
    assertThat(grid.settings())
        .extracting(SweepSetting::threshold)
        .containsExactly(0.4, 0.4, 0.6, 0.6);
    assertThat(grid.settings()).extracting(SweepSetting::recipients).containsExactly(3, 8, 3, 8);
  }

  @Test
  void lowersTheGuardWithTheThreshold() {
    SweepSetting low = grid(List.of(0.2), List.of()).over(SHIPPED).settings().get(0);
    assertThat(SweepGrid.apply(low, SHIPPED).cluster().representative_threshold()).isEqualTo(0.2);
  }

  @Test
  void refusesValuesOutOfRange() {
    assertThatThrownBy(() -> grid(List.of(1.5), List.of()).over(SHIPPED))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("threshold is 1.5");
    assertThatThrownBy(() -> grid(List.of(), List.of(1)).over(SHIPPED))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("mass_reach is 1");
  }

  @Test
  void refusesTooManyPoints() {
    List<Integer> many = IntStream.range(2, 503).boxed().toList();
    assertThatThrownBy(() -> grid(List.of(), many).over(SHIPPED))
        .isInstanceOf(UserException.class)
        .hasMessage("the grid has 501 points, at most 500 are allowed");
  }
}
