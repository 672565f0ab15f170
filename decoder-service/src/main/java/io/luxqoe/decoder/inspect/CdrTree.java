package io.luxqoe.decoder.inspect;

import io.luxqoe.decoder.raw.Reject;
import org.jspecify.annotations.Nullable;

/** Charging data records and what is around them. */
final class CdrTree implements RecordBody {
    private final byte[] octets;
    private final TreeWriter out;
    private final RecordTree tree;
    private final Framing framing;

    CdrTree(byte[] octets, TreeWriter out, boolean masked) {
        Dictionary dictionary = Dictionary.get();
        this.octets = octets;
        this.out = out;
        this.tree = new RecordTree(dictionary, out, masked);
        this.framing = new Framing(dictionary, out, tree, masked, octets);
    }

    @Override
    public void between(int from, int to) {
        framing.gap(from, to);
    }

    @Override
    public void record(int from, int to, String heading, @Nullable Reject reject) {
        int at = from;
        int depth = framing.depth(from);
        if (reject != null && from < to && !RecordTree.mayBegin(octets, from, to) && framing.isCdrHeader(from, to)) {
            at = framing.cdrHeader(from);
        }
        if (reject == null || RecordTree.mayBegin(octets, at, to)) {
            tree.print(octets, at, to, depth, heading, reject);
            return;
        }
        if (at == to) {
            out.line(from, 0, depth, heading);
        } else if (from == 0) {
            out.line(from, to - from, depth, heading);
            framing.gap(at, to);
        } else {
            framing.dump(at, to, depth, heading);
        }
        out.failure(depth, RecordTree.sentence(reject));
    }
}
