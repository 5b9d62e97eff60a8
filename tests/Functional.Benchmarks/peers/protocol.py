"""The conversation with the benchmark: a request a line on standard input, an answer a line, as JSON, on standard output.

    verify   the losses of the first steps, from the initial parameters on a given order of samples
    steps N  N steps; the seconds they took and the last loss
    memory   the largest resident set so far, in MB
    quit     the end
"""

import json
import resource
import sys
import time


def serve(name, version, contender):
    """Answers requests until the end; a contender has verify() -> losses and run(steps) -> the last loss."""
    answer({"name": name, "version": version})
    for line in sys.stdin:
        words = line.split()
        if words == ["verify"]:
            answer({"losses": [float(loss) for loss in contender.verify()]})
        elif len(words) == 2 and words[0] == "steps":
            steps = int(words[1])
            start = time.perf_counter()
            loss = contender.run(steps)
            seconds = time.perf_counter() - start
            answer({"seconds": seconds, "loss": float(loss)})
        elif words == ["memory"]:
            answer({"peakMemoryMB": peak_memory()})
        elif words == ["quit"]:
            return
        else:
            answer({"error": "there is no request '%s'" % line.strip()})


def answer(members):
    """Writes one answer."""
    print(json.dumps(members), flush=True)


def peak_memory():
    """The largest resident set of this process so far, in MB of 1,000,000 bytes."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            for line in status:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) * 1024 / 1e6
    except OSError:
        pass
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
