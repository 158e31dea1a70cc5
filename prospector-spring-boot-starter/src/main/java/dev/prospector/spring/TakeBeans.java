package dev.prospector.spring;

import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.beans.factory.ListableBeanFactory;

/** Hands beans on where there are any. */
final class TakeBeans {

  private final ListableBeanFactory beans;

  TakeBeans(ListableBeanFactory beans) {
    this.beans = beans;
  }

  /**
   * Hands on the bean of a type, if there is one.
   *
   * @throws org.springframework.beans.factory.NoUniqueBeanDefinitionException if there are several
   *     and none is primary
   */
  <T> void one(Class<T> type, Consumer<T> to) {
    beans.getBeanProvider(type).ifAvailable(to);
  }

  /** Returns the bean of a type, if there is one. */
  <T> Optional<T> one(Class<T> type) {
    return Optional.ofNullable(beans.getBeanProvider(type).getIfAvailable());
  }

  /** Hands on all beans of a type, in their order. */
  <T> void each(Class<T> type, Consumer<T> to) {
    beans.getBeanProvider(type).orderedStream().forEach(to);
  }
}
