package io.steadfast.designer.faces;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a page shows of a section, block by block, as far as it takes to tell which of them an edit changed. */
final class DrawnBlocks implements Serializable {

    /** Above so many it is less work to draw the whole section than each for itself. */
    static final int MOST_APART = 20;

    @Serial
    private static final long serialVersionUID = 1L;

    private final ArrayList<String> paths = new ArrayList<>();
    private final ArrayList<Integer> signs = new ArrayList<>();
    private final int adds;

    /**
     * @param besides what is drawn with a block and isn't part of it, as what the checks say of it
     */
    DrawnBlocks(Section section, Function<Block, List<?>> besides) {
        for (Block block : section.blocks()) {
            paths.add(block.path());
            signs.add(31 * block.hashCode() + besides.apply(block).hashCode());
        }
        adds = section.adds().hashCode();
    }

    /** The places of the blocks that say something else than before; empty where other blocks stand there, or too many changed. */
    Optional<List<Integer>> changedSince(DrawnBlocks before) {
        if (!paths.equals(before.paths) || adds != before.adds) {
            return Optional.empty();
        }
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < signs.size(); place++) {
            if (!signs.get(place).equals(before.signs.get(place))) {
                places.add(place);
            }
        }
        return Optional.of(places).filter(changed -> changed.size() <= MOST_APART);
    }
}
