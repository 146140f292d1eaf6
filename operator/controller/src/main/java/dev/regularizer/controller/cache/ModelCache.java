package dev.regularizer.controller.cache;

import dev.regularizer.crds.RegularizedModel;
import java.util.List;

/** The models themselves. */
public interface ModelCache extends ObjectCache<RegularizedModel> {
  /** Models that want the same requests, see RouteClaims. */
  List<RegularizedModel> claiming(String claim);
}
