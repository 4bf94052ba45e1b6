<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About XLA Playground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker has not started yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker process {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the knobs of XLA text generation and see, call by call, what each one costs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It grew from {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the XLA guide of Transformers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AdviceDialog</name>
    <message>
        <source>Advise a capacity</source>
        <extracomment>Time without typing until the text is counted.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advise buckets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One prompt a line: paste them, drop a text file, or open one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read prompts from a text file, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prompts in a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many prompts go into one call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the whole list is run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each policy costs stands here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each capacity costs stands here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capacities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this capacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as {0} counts them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, its chat template left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:,} prompts, {1:,} to {2:,} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 prompt, {1:,} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line has {0:,} characters, more than {1:,}: shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a list of prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text files (*.txt *.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallCommands</name>
    <message>
        <source>A prompt of this call has several lines, and the form takes one a line.</source>
        <extracomment>Actions that need exactly one call.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallDesk</name>
    <message>
        <source>Saved {path}.</source>
        <extracomment>Where the seconds went: by phase, and by what made calls new.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The records of {0} calls are damaged: they are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:,} calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted {0}: Calls ▸ Undo deletion brings back, for {1} days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no deletion left to undo.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallFilterBar</name>
    <message>
        <source>Search texts, or arm=xla model=gpt2 …</source>
        <extracomment>Time without typing until calls are looked for.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search and filter calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words in prompts, answers and notes, and NAME=VALUE with one of {0}; quote what has spaces: &quot;two words&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose models, arms, recipes, strategies and reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallNotes</name>
    <message>
        <source>not in memory because: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new because: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallsTable</name>
    <message>
        <source>No call passes the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each call becomes a row: press Run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallsView</name>
    <message>
        <source>Calls</source>
        <extracomment>Room in a cell beside its text, in pixels.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClearHistoryDialog</name>
    <message>
        <source>Clear history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget all {0:,} calls?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their texts, tokens and times are deleted. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClearStoreDialog</name>
    <message>
        <source>Clear store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {0:,} specializations ({1}) from the disk?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are traced and compiled again when they are next used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClipPlot</name>
    <message>
        <source>Waveform and log-mel of the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above the waveform, below its log-mel, which is what the model hears; seconds. Dashed: a window ends, at the quietest moment of its last quarter. Shaded: the silence that the last one is padded with.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>The model is not known yet: choose one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>What</source>
        <extracomment>Sequences and stretches of tokens that are shown: Qt lays out a longer table for seconds. Least height of the table, in pixels: the window must fit a small screen.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The right call&apos;s value over the left call&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select two calls, or pin one as the baseline: Calls ▸ Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of both calls, aligned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left: call {0}. Right: call {1}. {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No calls compared yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither has tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sequence {0}: same tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sequence {0} differs from token {1} on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashHooks</name>
    <message>
        <source>Something went wrong in the window ({0}); the log has the details.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DownloadStrip</name>
    <message>
        <source>Progress of the download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop; it can be resumed later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Resume goes on where it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring this model to this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model of the Hugging Face hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on where it stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>importing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Drops</name>
    <message>
        <source>{0} is neither a model nor a recording: drop the folder of a model, a GGUF file, or a WAV, FLAC, OGG or MP3 file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not there, or its name cannot be read: rename it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recording needs a speech model: choose one to transcribe it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EngineWatch</name>
    <message>
        <source>starting the worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tracing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} … {1:.1f} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker ended ({0}): it was started again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportButton</name>
    <message>
        <source>Export</source>
        <extracomment>The type of callbacks that make the bytes of a file.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as {format}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be written ({why}): choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {path}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoldButton</name>
    <message>
        <source>Fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold away what makes no difference to the next call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is not read now, or is off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForecastLine</name>
    <message>
        <source>● the specialization is in memory, or none is needed: the call only runs
○ it is traced and compiled first, or loaded from disk
! the call cannot be made</source>
        <extracomment>A progress bar repaints at once at every value, which takes up to 30 ms. Hollow: must be built or loaded first; filled: ready. Pixels of the progress bar and what is around it. Pixels beside the circle and the sentence. From so many heights of a line on a sentence has two.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● only runs   ○ is built or loaded first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forecast of the next call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call {0} of {1} · {2}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForecastsDialog</name>
    <message>
        <source>Forecasts of first calls</source>
        <extracomment>First calls that are shown: the record of each is read from disk.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First calls that were forecast before Run are listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First calls and their forecasts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GenerationPanel</name>
    <message>
        <source>greedy</source>
        <extracomment>Options that are off at first and seldom needed: they are folded away while they are off. The entry of a seed&apos;s second number. Seeds of the dice are short, so that they are easy to write down. Least characters that fit into a number entry; its widest number would need twice as many. As they are typed, the one that is not shown.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always the most likely token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw tokens at random.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beam search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep several candidates, return the most likely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beam sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep several candidates, drawn at random.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contrastive search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likely tokens that do not resemble the text so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new seed at random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the model&apos;s own settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words, separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed, second number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the next token is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greyed out: {0} does not read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greyed out: only the fast recipe can do it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What its publisher chose: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryKeeper</name>
    <message>
        <source>another program holds the history</source>
        <extracomment>How long ``add`` waits for the file. A write takes 1 ms, and then the number is the final one. How long after a write that failed it is tried again. How long the end waits for another window; a write gives up after two seconds.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPlot</name>
    <message>
        <source>The picture is on the clipboard.</source>
        <extracomment>Left and right of the header, and right of the buttons, together. The sentence of an empty plot stands between its axes. A plot of fewer lines of text has axes without names, or a header of one line only. The longest text of a tick, and what pyqtgraph puts around it, in pixels. The limits of a log axis, and the least that the mouse zooms to, in decades.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time (log scale)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time (linear)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HloView</name>
    <message>
        <source>Search; Enter finds the next</source>
        <extracomment>Characters that are laid out in one turn of the event loop, and those of a text that is highlighted: a megabyte takes half a second of turns. Longer lines are constants; a line is laid out at once. What is highlighted, by the colours of light and of dark windows: opcodes, names, numbers in shapes.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in the program</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HubDialog</name>
    <message>
        <source>Download from the hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model with safetensors weights of a supported family, such as openai-community/gpt2. Nothing of it is run before it is checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>owner/name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model of the hub, as owner/name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s name on the hub, or its page&apos;s address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InputPanel</name>
    <message>
        <source>Speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InsidePanel</name>
    <message>
        <source>Compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another specialization in memory, to show what differs in its program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a specialization and press Inside XLA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimized HLO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>StableHLO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: XLA compiles it once more …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compare with …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XLA compiles the other once more …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Inspections</name>
    <message>
        <source>The worker ended before XLA was done: ask again.</source>
        <extracomment>Inspections that are kept; one has about 2 MB of text.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LanesPlot</name>
    <message>
        <source>Latency of each lane</source>
        <extracomment>Pixels of a mark. Room beside the outermost marks, in decades. Height of an interval&apos;s ends, in rows.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled: the median of the steady calls, with its 95 % interval. Hollow: the first call, with everything that must be prepared for it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LatencyPlot</name>
    <message>
        <source>A specialization&apos;s second call is its first point here: run a prompt twice</source>
        <extracomment>More points than this in view, in all, are thinned to extremes, but each series keeps a few. How near the mouse must be to a point, in pixels. Room above and below the points, for the ring around one, in pixels.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steady-state latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take medians and p95 over the last {0} calls of each series, not over all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>─ median   ┄ p95 (20 calls or more)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line: median of a stretch of calls   dots: its extremes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>─ median   ┄ p95</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LimitsBox</name>
    <message>
        <source>auto, {0}</source>
        <extracomment>Share of the machine&apos;s memory that a worker may hold without a budget.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory budget: a worker that holds more makes room for a new one, and what it had specialized comes back from the store (auto: a quarter of this machine&apos;s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store limit: past it, what was not used for longest is removed (off: nothing is stored or loaded)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 entry, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} entries, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the next start of the program on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Panels</source>
        <extracomment>Whatever the font, the window fits a screen of 1366×768 at a scale of 150 %. The plots are laid out, drawn and painted in this time. Threads and a worker that start within it take cores and the interpreter from that: 60 to 165 ms without an answer on two busy cores, not 20 to 50.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelChoice</name>
    <message>
        <source>{0} is not on this machine yet: download it in the model panel.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelCombo</name>
    <message>
        <source>Model</source>
        <extracomment>Groups in the order of the list.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} s windows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:,} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no XLA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bundled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To download</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelFacts</name>
    <message>
        <source>family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XLA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no fixed limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decoder-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encoder-decoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ({1} as {2})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} layers of {1:,}, vocabulary {2:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speech, {0} s at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text, chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:,} tokens of prompt, {1:,} new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:,} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not supported: eager only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {0} to load</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelPanel</name>
    <message>
        <source>Load it all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine may become slow, and end the worker where memory runs out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another model (or drop its folder or file on the window)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download from the hub…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder of a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file of a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GGUF files (*.gguf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is downloaded: choose it in the model panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is removed: {1} are free again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Note on call {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search finds its words; an empty note is removed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeBanner</name>
    <message>
        <source>Dismiss</source>
        <extracomment>Long enough to read: a floor, and time for each character (about 15 of them a second).</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss the notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutputPanel</name>
    <message>
        <source>Output</source>
        <extracomment>Shortest time between two layouts of a growing text.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the specialization of this call costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the newest call, and those that follow it (Alt+End, or End in the text)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the text of all sequences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This call was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it was running, the worker was started again: specializations that were in its memory only are traced and compiled anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This call failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. Click to switch the recipe to documented, the guide&apos;s own code: the next Run shows what it takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A first call traces and compiles, which takes seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Run (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first call traces and compiles, which takes seconds. Run again and it takes milliseconds; then change an option and see what compiles anew.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaddingPanel</name>
    <message>
        <source>Multiple, in tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed length, in tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capacity, in tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advise…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pad prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>capacity (fast)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not at all</source>
        <extracomment>By the control that says whether the row is read.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the longest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to a multiple of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to a power of two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the model needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the padding goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Padding side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recording has no prompts to pad: each of its windows has one length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A prompt&apos;s length is live here: the policy is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each padded length is a shape of its own, which XLA compiles by itself: a multiple keeps their number small (pad_to_multiple_of).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the policy that a list of prompts costs the least time with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greyed out: under the fast recipe one specialization of a decoder-only model reads prompts of every length. The policy is read under the documented recipe, and for the input of encoder-decoder models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the capacity that serves a list of prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt and new tokens of a call may have so many tokens together (in encoder-decoder models the answer alone); one specialization serves every length up to it. A longer call takes the next power of two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greyed out: only the fast recipe in the graph and xla arms has a capacity. Other loops are as long as their call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advise a capacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advise buckets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhasesPlot</name>
    <message>
        <source>Each call shows how long its phases took: press Run</source>
        <extracomment>More calls than this in view are grouped; each also keeps at least so many pixels. Pixels of a mark, as far as there is room. Room above and below the marks, in pixels. With more calls in view no time has room. Of the font&apos;s size.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phases of each call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call (each place: the slowest of {0} calls)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slowest of the calls {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its specialization once it only runs: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlotMenu</name>
    <message>
        <source>View all calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View the latest calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print times where there is room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steady state of the last {0} calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steady state of all calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrecisionRow</name>
    <message>
        <source>Half the memory; other tokens than float32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the guide computes in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision that the model is computed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>precision</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptPanel</name>
    <message>
        <source>Prompts, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One prompt a line; several lines are run as one batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put each prompt into the model&apos;s chat template, as a message of yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the prompts with a sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A batch of {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages to answer, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text to continue, one prompt a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · {1} tokens, padded to {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · {1} tokens, their number is live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not pasted. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} prompts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PullProcess</name>
    <message>
        <source>The download could not be started ({0}).</source>
        <extracomment>A line longer than this is no message.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The download ended without a word (exit code {0}): resume it, it goes on where it was.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RacePanel</name>
    <message>
        <source>The first lane that is checked is the baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PyTorch is not installed: pip install &apos;xla-playground[torch]&apos; brings it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steady calls of each lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Race</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the race; what was measured is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Race makes the call of the panels on each lane, in turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break-even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelling …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the call of the panels on each lane, in a process of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A call runs: a race beside it would measure both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check a lane first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: call {1:,} of {2:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {0:,.0f} s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled before anything was measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled: these are the calls that were made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RacePlots</name>
    <message>
        <source>Latency</source>
        <extracomment>Narrower than this there is room for one plot at a time, in pixels.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First and steady calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the number of calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here will be the latency of each lane, and from which call on it pays</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RaceRun</name>
    <message>
        <source>The race could not be started ({0}).</source>
        <extracomment>What a cancelled race has to print what it measured.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The race ended without a word (exit code {0}): see the log.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Recorder</name>
    <message>
        <source>Nothing can be recorded ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording cannot be written ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemoveMenu</name>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use: choose another model first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {0} from this machine?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be downloaded or imported again. A file it was imported from stays.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>eager</source>
        <extracomment>Characters of the forecast for which there is room beside the controls. Of the font&apos;s size. Digits of a number of calls for which there is room: 999999 must not look like 99999.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation by operation, no graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One tf.function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>xla</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One tf.function, compiled by XLA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arm: how the call executes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>documented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guide&apos;s code, on the model as it was loaded (Whisper, Llama and the first GPT are changed): every option is a constant, each change traces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ours: traced in a fraction of the time; most options change for free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe: how specializations are built</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many calls one press of Run makes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunToolBar</name>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScoreSwitches</name>
    <message>
        <source>Probabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After penalties, bans, temperature, top_k and the like; otherwise those of the model alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probabilities …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shade each token by how likely it was; a token&apos;s tooltip has its rank and what else could have stood there. One compiled pass over the text, after the call and never within its time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Scores</name>
    <message>
        <source>This call is of another model: choose it to see probabilities.</source>
        <extracomment>How long the engine rests before it scores: the next call is planned before. Calls whose scores are kept.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computed when the engine is at rest.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecondsPage</name>
    <message>
        <source>this session</source>
        <extracomment>How long after a call the sums are read again: a repeat makes many calls a second. Least height of the table, in pixels: the window must fit a small screen.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls of this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select its calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the calls of this row in the table of calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside the longest row of its kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the fast recipe reads what changed as an input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seconds of calls are added up here: press Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the seconds went</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new because</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeriesLegend</name>
    <message>
        <source>Series of the latency plot</source>
        <extracomment>Pixels of a mark, of the room for it, and above and below a row&apos;s text together. Pixels that a label has at least if a readout stands beside it. Part of the plot&apos;s height that the list takes at most.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeriesRowsModel</name>
    <message>
        <source>hidden</source>
        <extracomment>The role of a whole ``SeriesRow``.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click: hide or show it. Double-click: show it alone, or all again. Keys: Space and Enter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:,} calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: {0} ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsSaver</name>
    <message>
        <source>The settings cannot be saved ({0}): free some space on the disk.</source>
        <extracomment>How long after a change the settings are saved, further changes included.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SoundButtons</name>
    <message>
        <source>Looking for a microphone …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level of the microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record from the microphone, at most {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No loudspeaker was found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpecializationsPanel</name>
    <message>
        <source>What was traced and compiled stands here: press Run, or warm up</source>
        <extracomment>Least width of the side beside a narrow table, in pixels; it scrolls if it needs more.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specializations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside XLA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what XLA made of the selected specialization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepare some in the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See everything that is stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear store…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove everything stored</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpeechChoices</name>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language that is spoken; found once for a recording if it is left free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write down what is said, or translate it into English.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (the model&apos;s own)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>find the language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transcribe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write down what is said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>translate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write down in English what is said.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpeechPanel</name>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a WAV, FLAC, OGG or MP3 file (or drop it here)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings that come with the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This installation has no example recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open, drop or record some speech, or choose an example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mono</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channels cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · {1} · {2:,} Hz, {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · reading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recording yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 window of {0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} windows of {1} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed shape ({0}): length never retraces</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>State of the worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the worker again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specializations prepared in the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of the worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorFlow version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting the worker … 100.0 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorFlow {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no model yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warming up …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warming up … {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoreDialog</name>
    <message>
        <source>Specializations on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is stored yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries of the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:,} in {1}, {2} together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specialization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What tracing and compiling it cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StreamChoice</name>
    <message>
        <source>off</source>
        <extracomment>New tokens of a block that can be chosen, ``None``: no stream.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every {0} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When text appears while a call runs. A call that streams ends between two blocks if it is cancelled, and keeps its text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greyed out: the documented recipe has its text only at the end.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Copy rows</source>
        <extracomment>Room in a row above and below its text, together, in pixels. The column that takes the remaining room; ``None``: the last visible one.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokenLegend</name>
    <message>
        <source>padding</source>
        <extracomment>Chips that are narrowed down to this share of their width lose only their padding. Probabilities of which the legend has a chip.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legend: the darker or brighter a chip, the likelier its token was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legend: padding, prompt, new and end tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How likely a token was; hollow chips have no probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the chips below are</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokenScores</name>
    <message>
        <source>The prompt was not chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability {0} · rank {1:,}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokenView</name>
    <message>
        <source>Generated text</source>
        <extracomment>Layout is done in slices, so that 64 sequences of 500 tokens never block the window.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy these token ids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy probabilities (JSON)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>id {0:,} · {1} · {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} new tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window {0} · {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt {0} · {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt {0}, sequence {1} of {2} · {3}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TotalsPlot</name>
    <message>
        <source>Total time by the number of calls</source>
        <extracomment>Room above and below the lines, in decades.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of all calls together, by their number, with the marks of the lanes at the left. A ring: the lane has paid for its first call.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnsavedDialog</name>
    <message>
        <source>Not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space on the disk and try again, or close without saving.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewSwitch</name>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A linear time axis that begins at 0, not a log axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the latest calls in view, in both plots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep all calls in view, in both plots</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WarmUpDialog</name>
    <message>
        <source>Warm up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepares specializations of {0} under the fast recipe and stores them, so that their first calls only load. A worker of its own does it where nothing else wants to run: your calls are not delayed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prompts in a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>capacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>padded length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>greedy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beam search, {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beam sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contrastive, top_k {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sampling, {0} returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one of each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:,} specializations, all of them stored already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:,} specializations, {1:,} stored already: about {2}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WarmUpStrip</name>
    <message>
        <source>Stop warming up; what was stored stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop warming up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warming up: starting a worker …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prepared in {0:.1f} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WarmUps</name>
    <message>
        <source>The store is off: set a limit and start the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One runs already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is planned yet: wait for the model, or mend the call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A speech model has one shape: its first call prepares it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:,} prepared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:,} stored already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:,} not prepared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing prepared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up stopped: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warmed up: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open model folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder of a Transformers or CTranslate2 model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open model &amp;file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a GGUF file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Download from the hub…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring a model of the Hugging Face hub to this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recording…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open what a speech model is to transcribe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear history…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget every call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the calls (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up the running call (Esc). While it streams it ends after its block: its text and the worker stay. Otherwise the worker is ended and started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Warm up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepare specializations in the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;ace lanes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make this call on several lanes, and see which is faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;start the worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the worker again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use these settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the settings of this call into the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the settings of this call into the form, and press Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;Python</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a script by plain TensorFlow and Transformers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;fast_generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a script by fast_generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as note&amp;book…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the guide&apos;s experiment with the options of this call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the two selected calls, or this one and the baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin as base&amp;line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare other calls with this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note on this call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the selected calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Und&amp;o deletion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back the calls that were deleted last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search and filter the calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa&amp;ve session…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the selected calls, or all that are shown, for another machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a report of the selected calls, or of all that are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Newest call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the newest call, and those that follow it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside &amp;XLA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what XLA made of the selected call&apos;s specialization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text, tables and plots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text, tables and plots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text, tables and plots as large as the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put every panel back where it was at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How good were the &amp;forecasts?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About XLA Playground</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>docks</name>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specializations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Race</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside XLA</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dropped_files</name>
    <message>
        <source>{0} and {1:,} more</source>
        <extracomment>Names of a model&apos;s own files: each stands for its folder.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was opened; left out was {1}: drop one at a time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>inside_figures</name>
    <message>
        <source>Computations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fusions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditionals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constants take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operations a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights a token reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms a token</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source> (note that {settings})</source>
        <comment>noted</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> The model takes no more.</source>
        <comment>no_larger_capacity</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> With {capacity:,} it would be {compiles}.</source>
        <comment>with_default_capacity</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> while {phase}</source>
        <comment>while_in_phase</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> {capacity:,} would hold {size} more, which is read at each new token: {duration}.</source>
        <comment>larger_capacity</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, about {duration}</source>
        <comment>about</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, because {reason}</source>
        <comment>because</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, last time {duration}</source>
        <comment>last_time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, perhaps {range}</source>
        <comment>perhaps</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; it last said: {line}</source>
        <comment>last_words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; note that {settings}</source>
        <comment>also_noted</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A decoder-only model continues the last token of its input, so padding must stand on the left.</source>
        <comment>pad_on_the_left</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A filter is for a report: choose a call by --call.</source>
        <comment>filter_without_report</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A prompt has {tokens:,} tokens, more than the {limit:,} that the model takes here: shorten it.</source>
        <comment>prompt_above_limit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A prompt has {tokens} tokens, more than the fixed length of {length}: raise the length or shorten the prompt.</source>
        <comment>above_fixed_length</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A prompt of {prompt:,} tokens and {tokens:,} new ones pass the sliding window of {window:,} tokens that {family} should attend to, which TensorFlow does not compute: {advice}.</source>
        <comment>past_the_window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quote is not closed in {given}: close it.</source>
        <comment>quote_not_closed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A report is of a session: choose calls by --filter call=5-9.</source>
        <comment>report_of_a_call</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A speech model has no chat template: switch Chat off.</source>
        <comment>speech_with_chat</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A speech model has one shape: its first call prepares it.</source>
        <comment>one_shape</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above 0 longer beams score better, below 0 shorter ones.</source>
        <comment>about_length_penalty</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above 1, tokens already in the text become less likely (1: off).</source>
        <comment>about_repetition_penalty</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds the history: calls are kept in memory and written when it is free.</source>
        <comment>history_held</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At 0 contrastive search is greedy search: choose greedy.</source>
        <comment>greedy_for_no_penalty</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call {call} ended before its input was read: copy another one.</source>
        <comment>input_not_read</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call {call} is not in the history any more.</source>
        <comment>call_gone</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call {call} is not in the history.</source>
        <comment>no_such_call</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <comment>cancelled</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a capacity of {capacity:,}: it serves</source>
        <comment>choose_capacity</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrastive search: how much a token that resembles the context is penalized.</source>
        <comment>about_penalty_alpha</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut at the limit of {tokens:,} new tokens in {windows}: words may be missing there.</source>
        <comment>cut_at_limit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divides the logits: below 1 the likely tokens gain, above 1 the unlikely ones.</source>
        <comment>about_temperature</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop tokens less likely than this times the likeliest (0: keep all; fast recipe only).</source>
        <comment>about_min_p</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End a text at the first token with which what was generated contains one of these (fast recipe only).</source>
        <comment>about_stop_strings</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is as at the first start: the old files are kept as {files}.</source>
        <comment>first_start</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For always the most likely token choose greedy.</source>
        <comment>greedy_for_cold</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the likeliest token alone choose greedy.</source>
        <comment>greedy_for_likeliest</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give either --pad-to-multiple-of or --padding-length, not both.</source>
        <comment>two_paddings</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give prompts or an audio file, not both: no model here takes the two.</source>
        <comment>prompts_and_audio</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on after the model&apos;s end-of-text token, always to the full number of new tokens.</source>
        <comment>about_ignore_eos</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many candidate continuations each prompt keeps.</source>
        <comment>about_num_beams</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many continuations of each prompt to return.</source>
        <comment>about_num_return_sequences</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tokens to generate at the most (speech: as many as the decoder holds).</source>
        <comment>about_max_new_tokens</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep only this many of the likeliest tokens (0: keep all; contrastive: candidates).</source>
        <comment>about_top_k</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the likeliest tokens whose probabilities sum to this (1: keep all).</source>
        <comment>about_top_p</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the tokens whose surprise is nearest to the expected one, until their probabilities sum to this (1: keep all; fast recipe only).</source>
        <comment>about_typical_p</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language and task are of speech: leave them out, or give an audio file.</source>
        <comment>language_without_audio</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let no text end before it has this many new tokens (0: off; fast recipe only).</source>
        <comment>about_min_new_tokens</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} is not a step: it must be an object.</source>
        <comment>step_no_object</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}, prompts: give prompt or prompts, not both.</source>
        <comment>step_prompts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}, {field}: a step has &quot;prompt&quot; or &quot;prompts&quot;, &quot;options&quot; and &quot;recipe&quot;.</source>
        <comment>step_field</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}, {field}: it must be text.</source>
        <comment>step_text</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}, {field}: {problem}</source>
        <comment>step_problem</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call fits, so there is nothing to report.</source>
        <comment>nothing_to_report</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call fits, so there is nothing to save.</source>
        <comment>nothing_to_save</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No first call was forecast yet.</source>
        <comment>no_forecasts_yet</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No microphone was found: connect one, then start again.</source>
        <comment>no_microphone</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run of this many tokens comes twice (0: off; fast recipe only).</source>
        <comment>about_no_repeat_ngram_size</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No speech in {windows}: left out of the transcript.</source>
        <comment>no_speech</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can be asked: add --yes to remove {model}.</source>
        <comment>nobody_to_ask</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pad {policy}: {compiles} and {padding} in {calls}, about {duration} {basis}; no policy needs fewer compiles for less padding.</source>
        <comment>pad_and_no_fewer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pad {policy}: {compiles} and {padding} in {calls}, about {duration} {basis}; without buckets it would be {more_compiles} and about {more_duration}.</source>
        <comment>pad_or_without_buckets</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probably no speech in {windows}: marked {mark} in the transcript.</source>
        <comment>maybe_no_speech</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt {number} has no token: give it one, or leave it out.</source>
        <comment>prompt_without_token</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt {number}</source>
        <comment>prompt_number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PyTorch&apos;s lanes read prompts, not audio.</source>
        <comment>lane_reads_prompts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PyTorch&apos;s lanes take no {name}: leave it empty.</source>
        <comment>lane_takes_no</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python runs without docstrings (PYTHONOPTIMIZE=2 or -OO), which Transformers needs: leave that out, or run the engine in its own process (without --in-process).</source>
        <comment>no_docstrings</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording needs PortAudio: apt-get install libportaudio2, then start again.</source>
        <comment>no_portaudio</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording needs sounddevice: pip install sounddevice.</source>
        <comment>no_sounddevice</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which calls: --filter call=5, or --filter model=gpt2.</source>
        <comment>no_filter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the random numbers, one or two whole numbers: the same seed gives the same text. (The documented recipe&apos;s beam sampling takes none.)</source>
        <comment>about_seed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorFlow cannot be imported ({kind}: {why}): {advice}.</source>
        <comment>no_tensorflow</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorFlow cannot open {libraries}: run {command}, or name the folder of these libraries in LD_LIBRARY_PATH before the start</source>
        <comment>no_libraries</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorFlow did not report how long it compiled.</source>
        <comment>nothing_reported</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorFlow does not find it though its libraries open: see what nvidia-smi prints</source>
        <comment>no_gpu_found</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorFlow does not start with the flags in {variables}: correct or remove what is wrong there, and start again.</source>
        <comment>flags_refused</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorFlow is built without CUDA: run {command}</source>
        <comment>built_without_cuda</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorFlow was imported first, so it does not report how long it compiles: import fast_generate before TensorFlow and Transformers.</source>
        <comment>imported_too_late</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audio file&apos;s name contains a NUL character: there is no such file.</source>
        <comment>audio_name_with_nul</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audio file&apos;s name is not valid UTF-8: rename it.</source>
        <comment>audio_name_not_utf8</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of {host} is not trusted here: set REQUESTS_CA_BUNDLE to the file of your network&apos;s certificates.</source>
        <comment>not_trusted</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The channels of this recording cancel each other, and a script would hear their mean: convert it to one channel.</source>
        <comment>channels_not_copied</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The channels of {name} cancel each other for {cancelled_s:,.1f} of {seconds:,.1f} s: the loudest one is heard there instead of their mean.</source>
        <comment>channels_cancel</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The current directory was deleted, so that no relative path leads anywhere: change to one that exists, or give the whole path.</source>
        <comment>no_directory</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The default capacity of {capacity:,} serves</source>
        <comment>default_capacity</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: make room, then pull again; it goes on where it was.</source>
        <comment>disk_full</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of {folder} is full: make room, then pull again; it goes on where it was.</source>
        <comment>disk_of_full</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The documented recipe compares tokens with the padding too, so padding changes the text: the fast recipe computes this right.</source>
        <comment>padding_is_compared</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The documented recipe counts padding as an end token that was seen, so repetition_penalty moves the end of the text: the fast recipe computes this right.</source>
        <comment>padding_is_penalized</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The documented recipe draws every token with the same random numbers, so words may repeat: the fast recipe computes this right.</source>
        <comment>repeated_random_numbers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The documented recipe drops the running beams once one has ended, so better texts can be lost or empty: the fast recipe computes this right.</source>
        <comment>dropped_beams</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The documented recipe hands out its text only at the end: choose the fast recipe to stream it, or leave block_tokens out.</source>
        <comment>blocks_not_documented</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine failed on this ({kind}: {why}).</source>
        <comment>unforeseen</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is closed.</source>
        <comment>engine_closed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is not started.</source>
        <comment>not_started</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files of {model} are gone or cannot be read: this is the model as it was loaded, which stays until another takes its place in memory.</source>
        <comment>model_gone</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files of {model} have changed: the model was loaded again, and what was specialized for the old one was dropped.</source>
        <comment>model_changed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter {name} has no value: write {name}=VALUE.</source>
        <comment>filter_without_value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The generation configuration of {model} asks for {entries}: TensorFlow&apos;s generate does not have that here, so texts can differ from those of PyTorch.</source>
        <comment>generation_entries_ignored</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guide&apos;s code</source>
        <comment>guides_code</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guide&apos;s experiment is about text, and this model hears audio.</source>
        <comment>notebook_of_speech</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guide&apos;s model begins with random numbers in {weights}, which the folder does not store and the guide&apos;s class does not take from the embeddings: its tokens say nothing about ours, its times do.</source>
        <comment>tokens_not_compared</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history at {path} cannot be opened ({why}): this session&apos;s calls are kept in memory only.</source>
        <comment>history_unopened</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history cannot be changed now ({why}): try again, and free some space if the disk is full.</source>
        <comment>history_not_changed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history cannot be read now ({why}).</source>
        <comment>history_not_now</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history cannot be read now ({why}): try again, and free some space if the disk is full.</source>
        <comment>history_not_read</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history cannot be written ({why}): calls are kept in memory until it can; free some space on the disk.</source>
        <comment>history_unwritable</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history could not be cleared ({why}).</source>
        <comment>history_not_cleared</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history could not be read ({why}) and was set aside as {aside}: a new one begins.</source>
        <comment>history_set_aside</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history could not be read ({why}; {also}): this session&apos;s calls are kept in memory only.</source>
        <comment>history_unreadable</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history is damaged ({why}): calls are kept in memory, and at the end they begin a new one; the damaged file is set aside.</source>
        <comment>history_damaged</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub does not say which version of {model} it has.</source>
        <comment>hub_no_version</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub {host} cannot be reached: check the connection, then pull again; it goes on where it was.</source>
        <comment>hub_not_reached</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub {host} does not answer: pull again, it goes on where it was.</source>
        <comment>hub_no_answer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub {host} has no model {model}, or it is private: check the name.</source>
        <comment>hub_has_not</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub {host} stopped in the middle: pull again, it goes on where it was.</source>
        <comment>hub_stopped</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The installed TensorFlow or Transformers differs from those that this version was made for, so some rewrites are off: {rewrites}. Calls give the same tokens, and may be slower.</source>
        <comment>rewrites_off</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lane {lane} is named twice: name each once.</source>
        <comment>lane_named_twice</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model cannot be kept ({why}).</source>
        <comment>model_not_kept</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is not multilingual, so it takes no {what}: leave {what} out (--{what}), or choose a multilingual model.</source>
        <comment>not_multilingual</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model knows no language {language}: give a code, a name or a token, of {codes}, or {auto} to have it found.</source>
        <comment>no_such_language</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model names no decoder_start_token_id: pass it, or set it in model.generation_config.</source>
        <comment>start_token_needed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s chat template fails ({why}): switch Chat off.</source>
        <comment>chat_template_fails</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s chat template writes nothing for prompt {number}: switch Chat off.</source>
        <comment>chat_template_empty</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s generation configuration asks for {name}, which fast_generate does not compute: set model.generation_config.{name} = None if the text is right without it.</source>
        <comment>entry_not_computed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s tokenizer makes no token of prompt {number} ({prompt}): type other text.</source>
        <comment>no_token_of_prompt</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s tokenizer makes no token of {word}: leave it out.</source>
        <comment>no_token_of_word</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note has {count:,} characters, more than {most:,}: shorten it.</source>
        <comment>note_too_long</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The package index {host} does not have {file}: set PIP_INDEX_URL to one that has.</source>
        <comment>index_has_not</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The package index {url} is not of the web (http, https): set PIP_INDEX_URL to one.</source>
        <comment>index_not_web</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The padded prompt has {tokens:,} tokens, and this {family} model takes {limit:,} before the new ones: shorten the prompt, or pad it less.</source>
        <comment>prompt_above_positions</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The padded prompt has {tokens:,} tokens, and this {family} model takes {limit:,} in its encoder: shorten the prompt, or pad it less.</source>
        <comment>prompt_above_encoder</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probe of steady calls</source>
        <comment>steady_probe</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probe of this machine ended with code {code}: {last}</source>
        <comment>probe_ended</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probe {name}</source>
        <comment>ui_probe</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The process that pulls cannot be started ({why}).</source>
        <comment>pull_not_started</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The process that pulls said what is no message.</source>
        <comment>pull_said_no_message</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The process that pulls {model} ended without a word: pull again.</source>
        <comment>pull_ended</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program that reads long prompts could not be built ({kind}, see the log): they are read token by token.</source>
        <comment>chunk_failed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt is empty: type some text to continue.</source>
        <comment>no_prompt</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt</source>
        <comment>the_prompt</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompts have {count:,} characters together, more than {most:,}: use fewer or shorter ones.</source>
        <comment>prompts_too_long</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompts have {least} to {most} tokens, and a batch must have one length: pad to the longest or to a multiple.</source>
        <comment>lengths_differ</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of call {call} is damaged.</source>
        <comment>call_damaged</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings {why}; the file was set aside as {aside}.</source>
        <comment>settings_set_aside</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings {why}; they could not be set aside ({failure}).</source>
        <comment>settings_not_set_aside</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound device failed ({why}): connect it again or open a file.</source>
        <comment>sound_device_failed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The specialization was not stored: {why}.</source>
        <comment>not_stored</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store&apos;s limit is 0, so nothing is kept: raise it in the Specializations tab.</source>
        <comment>store_is_off</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tokenizer of {model} makes no {tokens} tokens of an English text: give bench peers a model that reads English.</source>
        <comment>no_prompt_of_length</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker cannot be started ({why}: {command}).</source>
        <comment>worker_not_started</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker ended ({how}).</source>
        <comment>worker_ended</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker held {held}, more than its {budget}: it starts afresh, and specializations come back from the store.</source>
        <comment>worker_restarts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker is closed.</source>
        <comment>worker_closed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker is not running: restart it.</source>
        <comment>worker_not_running</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker said {kind} before it was ready.</source>
        <comment>worker_out_of_turn</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker was sent something that is not a command.</source>
        <comment>worker_sent_no_command</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {name} is not valid UTF-8: give one that the model knows.</source>
        <comment>choice_not_utf8</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no prompts to advise on: give some.</source>
        <comment>no_prompts_to_advise</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is an NVIDIA GPU, but calls run on the CPU, because {why}.</source>
        <comment>gpu_unused</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no audio file {name}: check the path.</source>
        <comment>no_audio_file</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no call yet: make one with `generate`.</source>
        <comment>no_call_yet</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display for the window: run `xla-playground demo` in this terminal.</source>
        <comment>no_display</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {path}: check the path.</source>
        <comment>no_text_file_there</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no lane {lane}: use {lanes}.</source>
        <comment>no_such_lane</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model at {path}. {advice}</source>
        <comment>no_model_at_without_directory</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model at {path}: check the name or the path.</source>
        <comment>no_model_at</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model {model} here. {advice}</source>
        <comment>no_model_without_directory</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model {model}: give a folder, a GGUF file or a bundled name ({bundled}), or run `xla-playground models pull {name}`.</source>
        <comment>no_such_model_pull</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model {model}: give a folder, a GGUF file or a bundled name ({bundled}).</source>
        <comment>no_such_model</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model {model}: its name is not valid UTF-8, so rename it.</source>
        <comment>model_name_not_utf8</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no side {side}: take {sides}.</source>
        <comment>no_such_side</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no strategy {strategy}: use one of {known}.</source>
        <comment>no_such_strategy</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no task {task}: choose {tasks}.</source>
        <comment>no_such_task</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to transcribe yet: open, drop or record some speech, or choose an example.</source>
        <comment>nothing_to_transcribe</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These calls have more than the {most} of one file: save fewer (--filter).</source>
        <comment>too_many_to_save</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Python&apos;s SQLite cannot search texts (it has no FTS5): filter by something else.</source>
        <comment>no_text_search</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model</source>
        <comment>this_model</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model&apos;s encoder counts the positions of its input from the first one, padding or not, so padding must stand on the right.</source>
        <comment>pad_on_the_right</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model&apos;s tokenizer has no chat template: switch Chat off.</source>
        <comment>no_chat_template</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To make repeats less likely use repetition_penalty.</source>
        <comment>penalty_for_repeats</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracing a model of the type {type} with rewrites failed ({kind}: {why}). It was traced without them: the tokens are the same, and calls may be slower until the engine starts again.</source>
        <comment>traced_plainly</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transformers 4.54 has no {name}</source>
        <comment>unknown_class</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transformers&apos; TensorFlow loops take the prompt of a speech model for one token long, so {strategy} search cannot be copied: choose greedy search or sampling.</source>
        <comment>speech_search_not_copied</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transformers&apos; feature extractor takes windows of whole seconds, not of {window} s: run the call here.</source>
        <comment>window_not_copied</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {host} sent as {file} is not the file that it lists (wrong digest), and is deleted: pull again.</source>
        <comment>hub_wrong_digest</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {host} sent is not the file that is expected (wrong SHA-256), and is deleted: pull again, or use another server.</source>
        <comment>wrong_digest</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When beam search ends: False, once better texts are unlikely; True, once num_beams texts have ended; never, once no better text is possible.</source>
        <comment>about_early_stopping</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With one beam, choose greedy or sampling.</source>
        <comment>greedy_for_one_beam</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that never come, each as it stands after a space (fast recipe only).</source>
        <comment>about_bad_words_ids</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XLA did not report what it compiled in this call. How long that took is not known: it is part of the wall time and of no phase.</source>
        <comment>compile_not_reported</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a GGUF file of big-endian order: use the little-endian one</source>
        <comment>big_endian_gguf</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a GGUF file</source>
        <comment>gguf_file</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a GGUF file: give it a name that ends in .gguf</source>
        <comment>begins_as_gguf</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a SavedModel of TensorFlow: use the folder of the Transformers model</source>
        <comment>a_saved_model</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a ZIP archive, as PyTorch&apos;s pickles are: use weights in safetensors</source>
        <comment>zip_archive</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file of CTranslate2</source>
        <comment>ct2_file</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file of GGML, older than GGUF: convert it with llama.cpp, or use a GGUF file</source>
        <comment>old_ggml</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a hidden size of {size:,}</source>
        <comment>a_hidden_size</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a mixture of experts</source>
        <comment>mixture_of_experts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a model for ONNX: use the folder of the Transformers model</source>
        <comment>an_onnx_model</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a model in Meta&apos;s own format: use the one in the format of Transformers</source>
        <comment>metas_format</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number between {above:g} and {below:g}</source>
        <comment>number_between</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a pickle, which can run code: use weights in safetensors</source>
        <comment>a_pickle</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a pipeline of Diffusers, which makes pictures: choose a text model</source>
        <comment>a_diffusers_pipeline</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a pointer of Git LFS: run `git lfs pull` in the folder that was cloned, or download the file itself</source>
        <comment>lfs_pointer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a safetensors file</source>
        <comment>safetensors_file</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sliding window</source>
        <comment>a_sliding_window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a vocabulary of {size:,}</source>
        <comment>a_vocabulary</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a web page: download the file itself, by the download link on its page</source>
        <comment>web_page</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a weight that Mistral has no place for</source>
        <comment>foreign_weight</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from {least:,} to {most:,}</source>
        <comment>whole_number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aliases</source>
        <comment>aliases</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>always divides attention by the root of the head size</source>
        <comment>divides_by_root</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>always multiplies by its embeddings, and this model has an output layer</source>
        <comment>always_multiplies_by_embeddings</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an HDF5 file</source>
        <comment>hdf5_file</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an HDF5 file: give the folder that holds it and its config.json</source>
        <comment>begins_as_hdf5</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an activation that TensorFlow has ({names})</source>
        <comment>activation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an activation that TensorFlow has ({names}), or one of them after gated-</source>
        <comment>gated_activation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an adapter (LoRA), not a model: merge it into its model with PEFT&apos;s merge_and_unload() and save that</source>
        <comment>an_adapter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an even whole number, or a list of one for each layer of the encoder</source>
        <comment>attention_window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object of labels by number</source>
        <comment>labels_by_number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are not settings</source>
        <comment>not_settings</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are not text</source>
        <comment>settings_not_text</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are not valid JSON</source>
        <comment>settings_not_json</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>array items</source>
        <comment>array_items</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as measured here</source>
        <comment>as_measured</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask for at most {room:,} new tokens</source>
        <comment>ask_for_at_most</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention_mask has shape {mask}, and input_ids {ids}: give both the same.</source>
        <comment>mask_differs</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bad_words_ids has {token:,}, which is no token of this model&apos;s {size:,}: use smaller ids, or the word itself.</source>
        <comment>word_above_vocabulary</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bad_words_ids is not for the documented recipe, since XLA cannot convert upstream&apos;s code for it: choose the fast recipe, or leave bad_words_ids empty.</source>
        <comment>bad_words_not_documented</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bad_words_ids must be a JSON list of lists of token ids ([[12, 5]]), not {given}.</source>
        <comment>not_a_json_list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bad_words_ids of several tokens ({words})</source>
        <comment>words_of_several_tokens</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>biases</source>
        <comment>biases</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>block must be 1 or more new tokens, not {block}.</source>
        <comment>block_too_small</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>block_tokens must be 1 to {most:,}, got {given:,}.</source>
        <comment>block_out_of_range</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by rough figures</source>
        <comment>by_rough_figures</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by {signal}{doing}</source>
        <comment>ended_by_signal</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes of a string</source>
        <comment>string_bytes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cached{about}</source>
        <comment>cached</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call={given} is no call: write call=5 or 5-9.</source>
        <comment>filter_no_call</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read (not a file)</source>
        <comment>settings_not_a_file</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read ({why})</source>
        <comment>settings_unreadable</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot leave out heads</source>
        <comment>cannot_leave_out_heads</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot read a batch in two directions</source>
        <comment>reads_one_way</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>capacities must be whole numbers of 2 or more, not {given}.</source>
        <comment>bad_capacities</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>claims {number:,} {what}</source>
        <comment>claims</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code {code}{doing}</source>
        <comment>ended_with_code</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computes its layers with it, too</source>
        <comment>computes_layers_with_it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.json says attention_window = {windows}, but it must have one entry for each of {layers} encoder layers: correct that entry.</source>
        <comment>windows_of_led</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.json says d_head = {size:,}, but {model_class} has heads of d_model / n_head = {hidden:,} / {heads:,}: choose another model.</source>
        <comment>heads_of_xlnet</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.json says heads of {size} (head_dim), and rotary positions need an even number: correct these entries.</source>
        <comment>heads_not_even</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.json says hidden_size = {hidden} and num_attention_heads = {heads}, which does not divide it, and no head_dim: correct these entries.</source>
        <comment>heads_do_not_divide</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.json says is_encoder_decoder = {value}, which a {family} model cannot be.</source>
        <comment>not_this_architecture</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.json says lang_id = {language} and n_langs = {languages}, which has no such language: correct one of them.</source>
        <comment>language_of_xlm</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.json says num_attention_heads = {heads} and hidden_size = {hidden}, which cannot be: correct these entries.</source>
        <comment>heads_cannot_be</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.json says num_key_value_heads = {key_heads}, which cannot be with {heads} heads: correct these entries.</source>
        <comment>key_heads_cannot_be</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.json says relative_attention_num_buckets = {buckets:,} and relative_attention_max_distance = {distance:,}, but the first must be even, and the second more than half of it: correct these entries.</source>
        <comment>buckets_of_t5</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.json says rotary_dim = {rotary:,}, but it must be an even number up to n_embd / n_head = {hidden:,} / {heads:,}: correct that entry.</source>
        <comment>rotary_of_gptj</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.json says {entries} = {numbers:,}, a table too large to be computed.</source>
        <comment>table_too_large</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.json says {name} = {value:,}, which cannot be: correct that entry.</source>
        <comment>too_many_positions</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.json says {name} = {value} and {other_name} = {other}, two names of one field: keep the one that fits the weights.</source>
        <comment>two_names</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.json says {name} = {value}, but it must be {kind}: correct that entry, or choose another model.</source>
        <comment>not_the_kind</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.json says {name} = {value}, but {model_class} {why}: choose a model with {name} {kind}.</source>
        <comment>not_neutral</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.json says {name} = {value}, which are no parameters of rotary positions: correct that entry.</source>
        <comment>no_rope_parameters</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.json says {name} = {value}, which cannot be: correct that entry.</source>
        <comment>cannot_be</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.json says {name} = {value}, which is no finite number: download it again.</source>
        <comment>not_finite_entry</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.json says {places}: keep the one that the model was trained with.</source>
        <comment>rope_disagrees</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.json says {place} = {value}, but it must be {kind}: correct that entry.</source>
        <comment>theta_needed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.json says {place}.partial_rotary_factor = {value}, but TensorFlow&apos;s Mistral rotates whole heads: choose another model.</source>
        <comment>rope_partial</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.json says {place}: this model scales its rotary positions ({kind}), which TensorFlow&apos;s Mistral cannot compute: choose a model without rope scaling.</source>
        <comment>rope_scaled</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.json says {whole} = {size:,} and {part} = {number:,}, which does not divide it: correct that entry.</source>
        <comment>does_not_divide</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decoder_input_ids has {rows} rows, and input_ids {inputs}: give both as many.</source>
        <comment>rows_differ</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dimensions of a tensor</source>
        <comment>tensor_dimensions</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not divide attention by the number of the layer</source>
        <comment>divides_by_no_layer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not share weights of encoder and decoder</source>
        <comment>shares_no_weights</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eager, nothing to compile{about}</source>
        <comment>eager</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eager: there is nothing to retrace</source>
        <comment>change_eager</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>early_stopping never cannot be traced by the documented recipe with a length_penalty above 0: choose the fast recipe or the eager arm, or set early_stopping to False or True.</source>
        <comment>never_stopping_not_documented</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <comment>empty_value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fast_generate takes a TensorFlow model of Transformers, not {given}: load it with TFAutoModelForCausalLM or TFAutoModelForSeq2SeqLM.</source>
        <comment>not_a_tf_model</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fast_generate takes token ids, and this model hears audio: copy it as python.</source>
        <comment>fast_copy_of_speech</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finding the language</source>
        <comment>finding_language</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first call {duration} from disk</source>
        <comment>first_call_from_disk</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first call {duration}</source>
        <comment>first_call</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives the tensor {name} a shape or place that cannot be</source>
        <comment>tensor_out_of_place</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives the variable {name} the format {number}</source>
        <comment>variable_format</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives the variable {name} {number} dimensions</source>
        <comment>variable_dimensions</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives the variable {name} {size:,} bytes</source>
        <comment>variable_size</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a link that leads elsewhere ({name})</source>
        <comment>hdf5_link</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a name of {size:,} bytes</source>
        <comment>name_too_long</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a value of type {number}</source>
        <comment>unknown_value_type</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has arrays of arrays</source>
        <comment>arrays_of_arrays</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has groups that hold each other, or too many</source>
        <comment>hdf5_groups</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no adaptive softmax</source>
        <comment>has_no_adaptive_softmax</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no biases</source>
        <comment>has_no_biases</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no encoder here to attend to</source>
        <comment>has_no_encoder</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has one table of embeddings for encoder and decoder</source>
        <comment>has_one_table</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has rotary positions</source>
        <comment>has_rotary_positions</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has tensors that overlap</source>
        <comment>tensors_overlap</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has the alias {alias} of {name}</source>
        <comment>bad_alias</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has the metadata entry {name} twice</source>
        <comment>entry_twice</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has the tensor {name} twice</source>
        <comment>tensor_twice</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has the variable {name} twice</source>
        <comment>variable_twice</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>have entries that cannot be read ({names}), which were reset</source>
        <comment>settings_reset</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds {name}, which is no weight</source>
        <comment>hdf5_no_weight</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>install the extra of this package (pip install &apos;xla-playground[torch]&apos;), or name a Python that has torch and transformers with --torch-python PATH</source>
        <comment>name_torch</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>install the package again</source>
        <comment>install_again</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is an encoder</source>
        <comment>is_an_encoder</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no language of the model</source>
        <comment>no_language_of_model</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no list of positions</source>
        <comment>no_list_of_positions</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no mapping</source>
        <comment>no_mapping</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no token of its {size:,}</source>
        <comment>no_token_of_model</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is none of {tasks}</source>
        <comment>none_of_tasks</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it captured a constant of {size:,} bytes</source>
        <comment>captured_constant</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it captured a variable that is not the model&apos;s</source>
        <comment>captured_variable</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it said nothing</source>
        <comment>said_nothing</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it takes {size}, the store may hold {limit}</source>
        <comment>above_store_limit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was dropped from memory to make room for others</source>
        <comment>made_room</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was not made in this process</source>
        <comment>not_made_here</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was stored by another state of this program&apos;s code</source>
        <comment>other_code</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was stored by another version, on another machine or for other weights</source>
        <comment>other_surroundings</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was stored by version {old}, this is {new}</source>
        <comment>other_version</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was stored for other weights or another tokenizer</source>
        <comment>other_weights</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was stored for {old} processors, this process has {new}</source>
        <comment>other_threads</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was stored on another device</source>
        <comment>other_device</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was stored on another processor</source>
        <comment>other_processor</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was stored with TensorFlow {old}, this is {new}</source>
        <comment>other_tensorflow</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was stored with Transformers {old}, this is {new}</source>
        <comment>other_transformers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was stored with other variables of TensorFlow&apos;s environment</source>
        <comment>other_variables_set</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was stored with {name}={old}, now it is {new}</source>
        <comment>other_flags</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was traced with other rewrites</source>
        <comment>other_rewrites</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its model is not here</source>
        <comment>no_model_here</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its model is traced without rewrites now</source>
        <comment>without_rewrites</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its model&apos;s files have changed</source>
        <comment>files_changed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keeps its memories</source>
        <comment>keeps_memories</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>killed{doing}, perhaps because memory ran out</source>
        <comment>was_killed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leaves a place free for any word</source>
        <comment>place_left_free</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live: no retrace within the capacity of {capacity:,} tokens</source>
        <comment>change_live_within</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live: no retrace</source>
        <comment>change_live</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looks for embeddings, of which this model stores a copy under another name</source>
        <comment>looks_for_embeddings</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max_length {longest} leaves no token after the {length:,} of the input: pass max_new_tokens, or raise max_length.</source>
        <comment>no_new_token_left</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max_new_tokens must be a number: only speech goes on to what is held.</source>
        <comment>new_tokens_open</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max_new_tokens must be at least 2 in the graph and xla arms, whose loops have no shape for one token: ask for 2, or use the fast recipe or the eager arm.</source>
        <comment>one_token_compiled</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory budget</source>
        <comment>memory_budget_field</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>metadata entries</source>
        <comment>metadata_entries</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min_new_tokens {least:,} is more than max_new_tokens {most:,}: ask for fewer, or raise max_new_tokens.</source>
        <comment>min_above_max_new_tokens</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name a Python that has KerasHub with --peer-python PATH</source>
        <comment>name_keras</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs tokens of languages and tasks</source>
        <comment>needs_choice_tokens</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new: {range}{because}</source>
        <comment>new</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no sign of life for {seconds} s{doing}</source>
        <comment>was_silent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no token</source>
        <comment>no_token</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no tokenizer</source>
        <comment>not_tokenizer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no {name}</source>
        <comment>key_lacks</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no_repeat_ngram_size is not for the documented recipe, since no tf.function can hold upstream&apos;s code for it: choose the fast recipe, or set no_repeat_ngram_size to 0 and use repetition_penalty.</source>
        <comment>ngrams_not_documented</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <comment>none_bundled</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a configuration</source>
        <comment>not_configuration</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not an index of weights</source>
        <comment>not_index</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not at all</source>
        <comment>pad_not_at_all</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not valid JSON</source>
        <comment>not_json</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not valid JSON, or no settings</source>
        <comment>not_settings_json</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is specialized yet in this process</source>
        <comment>nothing_specialized</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>nothing</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>num_beam_groups (diverse beams) is not implemented in TensorFlow.</source>
        <comment>no_beam_groups</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>num_return_sequences {copies} needs texts that differ: set do_sample=True, or num_beams to as many.</source>
        <comment>texts_must_differ</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>num_return_sequences {sequences} is more than num_beams {beams}: beams are what is returned, so raise num_beams or return fewer.</source>
        <comment>more_sequences_than_beams</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of {parts} parts</source>
        <comment>one_of_parts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one specialization</source>
        <comment>one_specialization</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output_scores is ignored under XLA: only the tokens come back.</source>
        <comment>scores_ignored</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>packed: unpack it</source>
        <comment>packed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pads to {tokens:,} tokens, and the model takes {limit:,}</source>
        <comment>pads_too_far</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part {number} of {parts}</source>
        <comment>part_of</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passes over head_dim, which this model needs</source>
        <comment>passes_over_head_dim</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rope scaling</source>
        <comment>rope_scaling</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rotates half against half</source>
        <comment>rotates_halves</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rotates whole heads</source>
        <comment>rotates_whole_heads</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says an alignment of {alignment}</source>
        <comment>bad_alignment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says that it holds more than it does</source>
        <comment>hdf5_too_much</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shorten the prompt</source>
        <comment>shorten_the_prompt</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steady {duration}</source>
        <comment>steady</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop_strings are found in text: pass tokenizer= as well.</source>
        <comment>tokenizer_needed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop_strings ends one text at a time, which beams are not: choose greedy search or sampling, or leave stop_strings empty.</source>
        <comment>stop_strings_of_beams</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop_strings is not for the documented recipe, whose text comes only at the end: choose the fast recipe, or leave stop_strings empty.</source>
        <comment>stop_strings_not_documented</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>store limit</source>
        <comment>store_limit_field</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored: {range}</source>
        <comment>stored</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stores {name} compressed or in part</source>
        <comment>hdf5_compressed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>structural once it is on: a new specialization{cost}; then live</source>
        <comment>change_switches_on</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>structural: a new specialization{cost}</source>
        <comment>change_structural</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes {name} from another file</source>
        <comment>hdf5_other_file</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tensors</source>
        <comment>tensors</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model has other variables</source>
        <comment>other_variables</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {positions:,} positions of this {family} model</source>
        <comment>positions_of_model</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {positions:,} that are computed here for a model without a limit of its own</source>
        <comment>positions_here</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to a multiple of {multiple}</source>
        <comment>pad_to_multiple</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to a power of two</source>
        <comment>pad_to_power_of_two</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the longest</source>
        <comment>pad_to_longest</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to {length} tokens</source>
        <comment>pad_to_length</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top_k {top_k:,} is more than the vocabulary of {size:,} tokens: use fewer, or 0 to keep all.</source>
        <comment>top_k_above_vocabulary</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top_k {top_k} leaves contrastive search nothing to choose from: use 2 or more (4 is usual).</source>
        <comment>nothing_to_contrast</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try without PYTHONPATH, which puts {entry} before what is installed</source>
        <comment>try_without_path</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try without what is set here{noted}</source>
        <comment>try_without_settings</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>variables</source>
        <comment>variables</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was written by a newer version</source>
        <comment>history_newer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>were written by a newer version</source>
        <comment>settings_newer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is not known here</source>
        <comment>unknown_here</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window {number}</source>
        <comment>window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>windows {numbers}</source>
        <comment>windows</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{beginning:,} tokens and {tokens:,} new ones pass the largest capacity of {capacity:,}: ask for fewer new tokens, shorten the prompt, or pass capacities of at least {needed:,} to fast_generate.</source>
        <comment>above_capacities</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{choice} all of these prompts with {new_tokens} in {specializations}; {calls}, about {duration} {basis}.{more_compiles}{larger}</source>
        <comment>capacity</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{costs}; never repaid against eager</source>
        <comment>never_repaid</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{costs}; repaid after 1 call against eager</source>
        <comment>repaid</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{costs}; repaid after {count:,} calls against eager</source>
        <comment>repaid</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} call</source>
        <comment>calls</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} calls</source>
        <comment>calls</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} compile</source>
        <comment>compiles</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} compiles</source>
        <comment>compiles</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} new token</source>
        <comment>new_tokens</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} new tokens</source>
        <comment>new_tokens</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} padding token</source>
        <comment>padding_tokens</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} padding tokens</source>
        <comment>padding_tokens</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} prompts are more than the {most} of one batch: use fewer.</source>
        <comment>too_many_prompts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} specializations, one for each number of prompts in a call</source>
        <comment>specializations</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{damaged:,} of {calls:,} calls in the history are damaged: they are not shown.</source>
        <comment>calls_damaged</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{differences}</source>
        <comment>key_differs</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{entries} = {size:,}</source>
        <comment>product</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{failed} of {total} were not prepared.</source>
        <comment>not_prepared</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{family} cannot be compiled by XLA, so its tokens cannot be scored: choose another model.</source>
        <comment>not_scored</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{family} cannot be generated with in a graph or under XLA, Transformers does not have it: choose the eager arm (--arm eager).</source>
        <comment>eager_only</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{family} does not run in {precision} here: choose {precisions}.</source>
        <comment>not_in_precision</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{family} has a cache that compiled loops cannot run: use its own generate().</source>
        <comment>no_compiled_loops</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{family} has a cache that the fast recipe&apos;s loops cannot run: choose the documented recipe (--recipe documented).</source>
        <comment>documented_only</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{family} has a cache that the fast recipe&apos;s loops cannot run: copy it as python.</source>
        <comment>fast_copy_without_loops</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{family} hears audio, and fast_generate takes token ids: run it with xla-playground generate --audio FILE.</source>
        <comment>takes_audio</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{family} hears audio, it reads no prompt: open an audio file (--audio FILE).</source>
        <comment>hears_no_prompt</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{family} reads text, it hears no audio: choose a speech model, or type a prompt.</source>
        <comment>reads_no_audio</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be read ({why}): check the path.</source>
        <comment>session_unreadable</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} changed while it was read: try again.</source>
        <comment>file_changed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} does not hold the model&apos;s files and is deleted: pull again.</source>
        <comment>wheel_without_model</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} goes on after its weights ({size:,} bytes instead of {end:,}): download it again.</source>
        <comment>weights_go_on</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} goes on after its weights: download it again.</source>
        <comment>ct2_goes_on</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has a damaged header: download it again.</source>
        <comment>header_damaged</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has a header that contradicts itself: download it again.</source>
        <comment>header_contradicts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has a header that {finding}, which cannot be: download it again.</source>
        <comment>header_lies</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has a token of more than {most:,} characters, more than is read here: choose another model.</source>
        <comment>gguf_long_token</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has a tokenizer of the kind {kind}, {pre}, which is not known here: only llama and gpt2 with one of {known} are.</source>
        <comment>gguf_tokenizer_kind</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has a tokenizer that contradicts itself ({why}): its metadata were written by a faulty converter.</source>
        <comment>gguf_tokenizer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has ids that cannot be: take that of the Whisper model it was made from.</source>
        <comment>ct2_ids</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has merges that are no pairs: its metadata were written by a faulty converter.</source>
        <comment>gguf_merges</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has no tokenizer.ggml.{entry} that fits: it was made without its tokenizer, or by a faulty converter.</source>
        <comment>gguf_tokenizer_lacks</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has the architecture {architecture}, which is not supported: only the Llama family (llama) is read from GGUF.</source>
        <comment>gguf_architecture</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has the token {token:,}, the model knows {size:,}: they do not belong together.</source>
        <comment>ct2_vocabulary</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has weights that overlap or leave gaps: download it again.</source>
        <comment>weights_overlap</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has {name} of shape {shape}, but {needed} is needed: its parts do not belong together.</source>
        <comment>ct2_shape</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has {name} quantized without a scale that fits: convert it again with CTranslate2.</source>
        <comment>ct2_scale</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has {name}, which Whisper in Transformers does not: it is another kind of model.</source>
        <comment>ct2_surplus</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has {reason} ({tensor}), which TensorFlow&apos;s Mistral cannot compute: choose a model without it.</source>
        <comment>gguf_has</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has {size}, more than the {most} of a session: save fewer calls into one file (--filter).</source>
        <comment>session_too_large</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has {tensor} of shape {shape}, but its metadata need {needed}: they do not belong together.</source>
        <comment>gguf_tensor_shape</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds a tensor of GGML type {kind}, which is not known here: choose another quantization, such as Q8_0.</source>
        <comment>gguf_tensor_type</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds no call of this version in line {line}: copy it again, or update XLA Playground.</source>
        <comment>session_line_damaged</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds no weights: it was saved without them.</source>
        <comment>without_weights</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds weights that are not finite numbers ({weight}): the model was saved so, or its download failed (compare its checksum).</source>
        <comment>not_finite_weights</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds {specification}: of CTranslate2&apos;s models only Whisper is read.</source>
        <comment>ct2_specification</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds {weight} in the format {format}, which is not known here: use a model with weights in float32, float16 or bfloat16.</source>
        <comment>unknown_format</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds {weight}, which another file holds, too: they are of different models, or of two ways to split one, so keep one set.</source>
        <comment>weight_twice</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is GGUF of version {version} or of big-endian order: only version 2 and 3 of little-endian order are read.</source>
        <comment>gguf_version</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is an adapter (LoRA), not a model: merge it into its model with llama.cpp&apos;s `llama-export-lora`, and give the result.</source>
        <comment>gguf_adapter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is cut off: copy it again from where it was saved.</source>
        <comment>session_cut_off</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is damaged in its first line: copy it again.</source>
        <comment>session_header_damaged</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is empty: download it again.</source>
        <comment>file_empty</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is missing: download the folder again.</source>
        <comment>ct2_file_missing</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is nested too deep for a script.</source>
        <comment>script_too_deep</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is no session file, or is damaged: copy it again from where it was saved.</source>
        <comment>session_damaged</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is no session file: give one that `xla-playground history save` wrote.</source>
        <comment>no_session_file</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is no tokenizer: download it again.</source>
        <comment>ct2_tokenizer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not CTranslate2&apos;s, or of a version that is not read ({version:,}): convert it with CTranslate2 3 or 4.</source>
        <comment>ct2_version</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not a SentencePiece model, or not all of one: download it again, or add its tokenizer.json.</source>
        <comment>no_sentencepiece</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not a file: replace it.</source>
        <comment>not_a_file</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not a list of steps.</source>
        <comment>script_no_list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not valid JSON: download it again.</source>
        <comment>ct2_not_json</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not {format}, it is {what}.</source>
        <comment>not_of_format_but</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not {format}: it begins with {start}. Its download was damaged, or it is something else: download it again, from its own page.</source>
        <comment>not_of_format</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is quantized as {kind}, which cannot be read here: choose another quantization, such as Q8_0.</source>
        <comment>gguf_quantization</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is too large to be read: replace it.</source>
        <comment>file_too_large</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is truncated ({size:,} bytes, {name} ends at {end:,}): download it again.</source>
        <comment>ct2_truncated</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is truncated ({size:,} of {end} bytes): download it again.</source>
        <comment>weights_truncated</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is truncated or damaged: download it again.</source>
        <comment>ct2_damaged</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is truncated or not {format}: download it again.</source>
        <comment>file_truncated</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is {what}, it is {instead}.</source>
        <comment>bad_json_but</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is {what}: correct it, or download it again.</source>
        <comment>bad_json</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is {what}: it begins with a byte order mark, so save it as UTF-8 without one.</source>
        <comment>byte_order_mark</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is {which} of a model that was split: put all parts into one folder, join them with llama.cpp&apos;s `llama-gguf-split --merge` (its arguments: the first part, and a name for the whole), and give the whole.</source>
        <comment>gguf_part</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} lacks the number {name}: convert it again with CTranslate2.</source>
        <comment>ct2_no_number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} lacks {names}: convert it again with CTranslate2.</source>
        <comment>ct2_lacks</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} lacks {tensors}, which a Llama model needs: it was left out as the file was made, so use another.</source>
        <comment>gguf_lacks</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} lacks {token}: it is no tokenizer of Whisper.</source>
        <comment>ct2_no_token</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} says a vocabulary of {claim} tokens and has weights for {size:,}: they do not belong together.</source>
        <comment>gguf_vocabulary</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} says heads of {size}, and rotary positions need an even number: its metadata were written by a faulty converter.</source>
        <comment>gguf_heads</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} says {entry} = {number}, past its {size:,} tokens: {instead} is taken instead, as llama.cpp does.</source>
        <comment>gguf_token</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} says {entry} = {value} with heads of {size} (llama.attention.key_length), which TensorFlow&apos;s Mistral cannot compute: choose another model.</source>
        <comment>gguf_head_sizes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} says {entry} = {value}, which cannot be: its metadata were written by a faulty converter.</source>
        <comment>gguf_entry</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} says {entry} = {value}, which is no token: its metadata were written by a faulty converter.</source>
        <comment>gguf_no_token</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} says {heads} heads in its {side} of width {width}: it cannot be.</source>
        <comment>ct2_heads</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} unpacks to more than the {most} of a session: save fewer calls into one file (--filter).</source>
        <comment>session_unpacks_too_large</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} uses {reason} ({entry} = {value}), which TensorFlow&apos;s Mistral cannot compute: choose a model without it.</source>
        <comment>gguf_uses</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not written by PyTorch or TensorFlow ({format}): load it there, and save it from PyTorch.</source>
        <comment>other_writer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was saved by a newer version of XLA Playground: update this one to open it.</source>
        <comment>session_newer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} {finding}, so it is not read: convert it with model.save_pretrained(folder, safe_serialization=True) if you trust it.</source>
        <comment>hdf5_refused</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: not valid JSON ({why}).</source>
        <comment>script_not_json</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} → {steady} ({times} ×)</source>
        <comment>first_to_steady</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{flag} means --padding {meant}, not {mode}: give one of the two.</source>
        <comment>other_padding</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} belongs to another user, who could make it run anything: remove that folder</source>
        <comment>store_of_another_user</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} can be written by other users, who could make it run anything: remove that folder</source>
        <comment>store_open_to_others</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} cannot be removed ({why}): check who may write there.</source>
        <comment>folder_stays</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} cannot be written ({why})</source>
        <comment>store_unwritable</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} cannot be written ({why}): make room there, or set XLA_PLAYGROUND_HOME to another folder.</source>
        <comment>folder_unwritable</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} has no config.json, {inner} has: give that folder.</source>
        <comment>model_inside</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} has no config.json: give the file {file} in it.</source>
        <comment>one_gguf</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} has no config.json: give the folder of a Transformers model.</source>
        <comment>no_config</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} has no tokenizer.json: add the one of the Whisper model that it was made from.</source>
        <comment>ct2_no_tokenizer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} has no tokenizer: add its tokenizer.json.</source>
        <comment>no_tokenizer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} has no {file}, but {other}: give that file this name if it holds all of the model&apos;s weights.</source>
        <comment>other_name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} has no {file}: add the weights.</source>
        <comment>no_weights</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} has no {index} and two sets of weights ({sets}): leave one there.</source>
        <comment>two_sets</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} has only {file}, a pickle, which can run code: convert it with model.save_pretrained(folder, safe_serialization=True) in PyTorch.</source>
        <comment>only_a_pickle</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} holds a file of weights that says it is one of {shards:,}, which cannot be: name the files as they were.</source>
        <comment>too_many_shards</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} holds its weights in several HDF5 files, which are not read: convert it with model.save_pretrained(folder, safe_serialization=True) in TensorFlow.</source>
        <comment>several_hdf5</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} holds {count} GGUF models: give one of the files, such as {file}.</source>
        <comment>several_gguf</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} holds {what}.</source>
        <comment>folder_holds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is a link that this program did not make: remove it by hand.</source>
        <comment>foreign_link</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} lacks {files}: download what is missing.</source>
        <comment>shards_missing</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} lacks {file}: download that file.</source>
        <comment>shard_missing</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder}/config.json is too large to be a configuration: replace it.</source>
        <comment>config_too_large</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder}/{file} is a link to {target}, which is not there: download the model again.</source>
        <comment>broken_link</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{given} does not generate text here: supported are {classes}.</source>
        <comment>classes_supported</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{given} does not generate text here: use {model_class}.</source>
        <comment>use_class</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{given} is no date: write 2025-03-01, or 2025-03-01T12:30 with the time.</source>
        <comment>filter_no_date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{given} is no tag: use 1 to {most} characters without commas and line breaks.</source>
        <comment>no_tag</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{given} is not valid UTF-8: write it again.</source>
        <comment>filter_not_utf8</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} answered with an error ({status}): pull again later.</source>
        <comment>server_error</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} cannot be asked ({kind}): check its address.</source>
        <comment>not_asked</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} cannot be reached: check the connection, then pull again; it goes on where it was.</source>
        <comment>not_reached</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} does not answer: pull again, it goes on where it was.</source>
        <comment>no_answer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} does not have it ({status}): check the name.</source>
        <comment>not_there</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} has another file: pull again.</source>
        <comment>other_file</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} has had too many requests (429): wait some minutes, then pull again.</source>
        <comment>too_many_requests</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} refuses access ({status}): log in there, or accept the model&apos;s terms first.</source>
        <comment>access_refused</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} stopped in the middle ({kind}): pull again.</source>
        <comment>index_stopped</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} stopped in the middle: pull again, it goes on where it was.</source>
        <comment>stopped</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{how}{last}{noted}</source>
        <comment>how_it_ended</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hub} {index}</source>
        <comment>both_servers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{index} and its files disagree about {weight}: they are of different models, so get all of them from one place.</source>
        <comment>index_disagrees</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{index} is too large to be an index: replace it.</source>
        <comment>index_too_large</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{index} names {files:,} files, which cannot be: remove it if the files are numbered.</source>
        <comment>index_of_too_many</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{index} names {file}, which is no file of weights in its folder: correct it, or remove it if the files are numbered.</source>
        <comment>index_leads_out</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} has no program of XLA&apos;s: choose the xla arm (--arm xla).</source>
        <comment>key_without_xla</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is not in memory ({why}): run its call, then look inside again.</source>
        <comment>key_not_in_memory</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} by {factor}</source>
        <comment>scaled_by</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library} cannot be opened: install the NVIDIA driver again</source>
        <comment>no_driver</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model_class} of Transformers {problem}: no script can load {model} by it, so run the call here.</source>
        <comment>script_cannot_load</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} asks for {entry} = {value} in its generation configuration, which changes every score and which TensorFlow does not compute: remove the entry if the model is right without it.</source>
        <comment>changes_every_score</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} cannot be loaded ({why}), while other models can: its files are damaged or do not belong together.</source>
        <comment>model_damaged</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} cannot be loaded, and no other model can ({why}){noted}: install the program again.</source>
        <comment>no_model_loads</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} cannot be loaded, because Python cannot import what it needs ({why}): install that package, or the program again.</source>
        <comment>cannot_import</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} cannot be pulled: give one of {names}, or a model of the hub as owner/name.</source>
        <comment>not_pullable</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} cannot be read ({why}: {path}){noted}: correct that and load it again.</source>
        <comment>file_fault</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} comes with the program and stays: only models that were pulled or imported can be removed.</source>
        <comment>bundled_stays</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} did not write this text, or not from this input: run the call again.</source>
        <comment>not_its_text</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} does not fit into memory{noted}: close other programs or choose a smaller model.</source>
        <comment>model_too_large</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} does not hold {weights}, which {model_class} of Transformers needs: choose another model.</source>
        <comment>class_needs</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} has a config.json that is none.</source>
        <comment>hub_bad_config</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} has a tokenizer of {tokens:,} tokens, its model knows {size:,}: they do not belong together.</source>
        <comment>tokenizer_too_large</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} has a tokenizer that cannot be read ({why}): add its tokenizer.json, which AutoTokenizer.from_pretrained(folder).save_pretrained(folder) writes if it knows its class.</source>
        <comment>tokenizer_to_save</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} has a tokenizer that cannot be read ({why}): correct its settings, or replace it.</source>
        <comment>tokenizer_fails</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} has an encoder: give bench peers a model that only decodes.</source>
        <comment>has_an_encoder</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} has model type {type}, which is not supported: use one of {known}.</source>
        <comment>model_type</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} has no config.json: choose a model in the format of Transformers.</source>
        <comment>hub_no_config</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} has no weights as safetensors: choose a model with {file}.</source>
        <comment>hub_no_weights</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} has no {layer}, which it needs unless tie_word_embeddings is true in config.json: set that if its output layer is its embeddings, or download it again.</source>
        <comment>no_output_layer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} has one table of embeddings for its encoder and one for its decoder (share_encoder_decoder_embeddings: false), which TensorFlow&apos;s Marian does not have: choose a model that shares them.</source>
        <comment>separate_embeddings</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} has only pickles, which can run code: choose a model with {file}.</source>
        <comment>hub_only_pickles</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} has {layers:,} layers, more than the {most:,} that can be loaded: choose another model.</source>
        <comment>too_many_layers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} hears speech: give bench a model that reads text.</source>
        <comment>reads_no_text</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} holds more weights than its configuration has a place for: its config.json belongs to another model.</source>
        <comment>too_many_weights</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} holds the weight {weight} as whole numbers ({format}) and does not say how they were quantized: use the model that it was made from, with weights in float32, float16 or bfloat16.</source>
        <comment>whole_numbers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} holds weights that its configuration has no place for ({weights}): its config.json belongs to another model, or to another class of it.</source>
        <comment>weights_left_over</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} holds {weights}, which {model_class} of Transformers has no place for: choose another model.</source>
        <comment>class_has_no_place</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} holds {weight} of shape {shape}, but its configuration needs {needed}: its config.json belongs to another model.</source>
        <comment>other_shape</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} holds {weight} of shape {shape}, but its other layers have {usual}: it was put together from different models.</source>
        <comment>layer_differs</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} holds {weight}, which differs from {shared}: TensorFlow&apos;s {family} has one table of embeddings, so choose a model with one.</source>
        <comment>two_tables</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} is being pulled by another process: remove it when that is done.</source>
        <comment>remove_later</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} is being pulled by another process: wait until it is here.</source>
        <comment>pulled_elsewhere</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} is gated: accept its terms at {host}, then log in with `hf auth login`.</source>
        <comment>hub_gated</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} is not on this machine yet: run `xla-playground models pull {model}` (about {size}).</source>
        <comment>not_pulled_yet</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} is quantized ({how}), which TensorFlow&apos;s classes cannot compute: use the model that it was made from, with weights in float32, float16 or bfloat16.</source>
        <comment>quantized</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} lacks weights that its configuration needs ({weights}): its weights were saved in part, or its config.json belongs to another model.</source>
        <comment>weights_lacking</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} lacks {weight}, which its other layers have: its weights were saved in part.</source>
        <comment>layer_lacks</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} names no decoder_start_token_id: add it to its generation_config.json.</source>
        <comment>no_start_token</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} needs about {needed} of memory, and {free} are free: close other programs, choose a smaller model, or load it all the same (--anyway).</source>
        <comment>model_needs_memory</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} says {entry} = {value}, which {why}: correct its config.json or generation_config.json.</source>
        <comment>prompt_entry</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} says {name} = {value}, which is no token of its {size:,}: correct its config.json or generation_config.json.</source>
        <comment>not_a_token</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} says {name} = {value}: several tokens, of which TensorFlow forces none. Name one.</source>
        <comment>several_forced_tokens</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} should attend to the last {window:,} tokens only (sliding_window), which TensorFlow does not compute: a prompt and new tokens that pass them are refused.</source>
        <comment>sliding_window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} was neither pulled nor imported, so nothing is removed: take a name of `xla-playground models list`.</source>
        <comment>not_removable</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model}/preprocessor_config.json says {entry} = {value}, but {needed} is needed: it does not belong to this model.</source>
        <comment>preprocessor_differs</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model}: config.json says {layers:,} layers, the weights have {stored:,}: they do not belong together.</source>
        <comment>other_layers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model}: config.json says {what}, which no weight has: they do not belong together.</source>
        <comment>no_weight_has</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} and {count:,} more</source>
        <comment>and_more</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} asks for more than token ids, which are all that comes back: leave it out.</source>
        <comment>token_ids_only</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read ({why}): check who may read it.</source>
        <comment>audio_unreadable</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read: separate texts by commas, and put quotes around commas.</source>
        <comment>texts_unreadable</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read: separate words by commas, and write token ids in brackets ([12, 5]).</source>
        <comment>words_unreadable</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has a word of more than {most} characters: shorten it.</source>
        <comment>word_too_long</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has a word that is not valid UTF-8 ({word}): write it again.</source>
        <comment>word_not_utf8</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has a word with a NUL character: remove it.</source>
        <comment>word_with_nul</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has a word without a character: leave it out.</source>
        <comment>word_empty</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has an empty text, which every text contains: leave it out.</source>
        <comment>text_empty</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has changed</source>
        <comment>upstream_changed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no tokenizer.json, by which prompts are counted here: save its tokenizer once with AutoTokenizer.from_pretrained(folder).save_pretrained(folder).</source>
        <comment>no_tokenizer_to_count</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has {count:,} texts, more than {most:,}: use fewer.</source>
        <comment>too_many_texts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has {count:,} words, more than {most:,}: use fewer.</source>
        <comment>too_many_words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has {token:,}, which is no token of this model&apos;s {size:,}.</source>
        <comment>no_token_of_this_model</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} hides TensorFlow&apos;s report of compile times: leave it out.</source>
        <comment>report_hidden</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds no sound: record it again.</source>
        <comment>audio_empty</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds samples that are not finite numbers: record it again.</source>
        <comment>audio_not_finite</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is MPEG-4 audio (M4A), which is not read: convert it to WAV, FLAC, OGG or MP3.</source>
        <comment>audio_m4a</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is Python code, which no compiled loop runs: leave it out, or use the model&apos;s own generate().</source>
        <comment>python_argument</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is WebM or Matroska, which is not read: convert it to WAV, FLAC, OGG or MP3.</source>
        <comment>audio_webm</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged or not audio: convert it to WAV, FLAC, OGG or MP3.</source>
        <comment>not_audio</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is empty: type a number.</source>
        <comment>number_empty</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is longer than {hours} hours: cut it into parts.</source>
        <comment>audio_too_long</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is missing</source>
        <comment>upstream_missing</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no text file of at most {limit}.</source>
        <comment>not_a_text_file</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not UTF-8 (its byte {place:,} is none of it): save it as UTF-8.</source>
        <comment>text_file_not_utf8</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not an argument that fast_generate takes: leave it out.</source>
        <comment>unknown_argument</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not an option here.</source>
        <comment>no_option</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not computed by fast_generate: leave it out.</source>
        <comment>not_computed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is passed over by TensorFlow&apos;s generate: choose the fast recipe, or set {name} to {neutral} and use top_p.</source>
        <comment>passed_over_use_top_p</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is passed over by TensorFlow&apos;s generate: choose the fast recipe, or set {name} to {neutral}.</source>
        <comment>passed_over</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is set</source>
        <comment>is_set</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is {encoding}: save it as UTF-8.</source>
        <comment>text_file_encoded</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is {format} audio: convert it to WAV, FLAC, OGG or MP3.</source>
        <comment>audio_format</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be a finite number, not {given}.</source>
        <comment>not_finite</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be a list of texts, not {given}.</source>
        <comment>not_texts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be a list of words or of lists of token ids, not {given}.</source>
        <comment>not_words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be a number, not {given}, which may be read as a thousand: write it without the mark.</source>
        <comment>number_ambiguous</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be a number, not {given}.</source>
        <comment>not_a_number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be a whole number, not {given}.</source>
        <comment>not_whole</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be an array of shape (prompts, tokens), not {given}: pad its rows to one length, and call outside of tf.function.</source>
        <comment>not_an_array</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be between {least:,} and {most:,}, not {given}. {advice}</source>
        <comment>out_of_range_advice</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be between {least:,} and {most:,}, not {given}.</source>
        <comment>out_of_range</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be true or false, not {given}.</source>
        <comment>not_a_switch</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be whole numbers of shape (prompts, tokens), not {dtype} of shape {shape}.</source>
        <comment>not_token_ids</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be {choices}, not {given}.</source>
        <comment>not_a_choice</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be {known}, not {given}.</source>
        <comment>filter_not_one_of</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} says that it holds {stated_s:,.1f} s and ends after {seconds:,.1f} s: it was cut off, so copy or download it again.</source>
        <comment>recording_cut_off</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} says {rate:,} samples a second, which cannot be: convert it to WAV, FLAC, OGG or MP3.</source>
        <comment>audio_rate</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} takes one or two whole numbers, not {given}.</source>
        <comment>not_a_seed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} takes token ids, not {given}.</source>
        <comment>not_a_token_id</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} takes words and lists of token ids ([[12, 5]]), not {given}.</source>
        <comment>not_a_word</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} takes words of 1 to {most} token ids, not {given}.</source>
        <comment>word_length</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} {new}</source>
        <comment>key_has</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} {old} → {new}</source>
        <comment>key_changed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}/tokenizer.json cannot be read ({why}).</source>
        <comment>tokenizer_unreadable</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {why}, got {given}.</source>
        <comment>not_valid</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{needed} are needed in {folder} and {free} are free: make room there, or set XLA_PLAYGROUND_HOME to another folder.</source>
        <comment>no_room</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{others} and {last}</source>
        <comment>both</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{others} or {last}</source>
        <comment>either</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}).</source>
        <comment>text_file_unreadable</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}): check it and who may read it.</source>
        <comment>folder_unreadable</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}): check the files and who may read them.</source>
        <comment>files_unreadable</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be removed ({why}): check who owns the folder.</source>
        <comment>entry_stays</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written ({why}): choose another place, or free some space.</source>
        <comment>file_unwritten</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be set aside ({why}): it is used again.</source>
        <comment>file_stays</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is neither a file nor a folder: give a model folder.</source>
        <comment>neither_file_nor_folder</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no model, it is {what}: give a folder with a config.json, or a GGUF file.</source>
        <comment>no_model_but</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no model: give a folder with a config.json, or a GGUF file.</source>
        <comment>no_model</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a name in UTF-8: rename it.</source>
        <comment>name_not_utf8</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} has fields that no {family} model reads; they are ignored: {fields}.</source>
        <comment>ignored_fields</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{python} is not a Python that runs</source>
        <comment>not_a_python</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{python} lacks {modules}</source>
        <comment>python_lacks</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rewrite} ({why})</source>
        <comment>rewrite_off</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{settings}</source>
        <comment>are_set</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{side} cannot be started ({why}: {command}).</source>
        <comment>side_not_started</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{side} ended with code {code}: {last}</source>
        <comment>side_ended</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{side} is left out: {why}.</source>
        <comment>side_left_out</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size:,} positions</source>
        <comment>positions</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{strategy} search returns one sequence a prompt: add --do-sample or --num-beams.</source>
        <comment>one_sequence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{taken:,} padded prompt tokens and {tokens:,} new tokens are more than {limit}: ask for at most {room:,} new tokens.</source>
        <comment>tokens_above_limit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tokens:,} new tokens are more than {limit}: ask for at most {room:,} new tokens.</source>
        <comment>new_tokens_above_limit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tokens:,} new tokens exceed the {room:,} that the decoder holds after the {prompt} of its prompt: ask for at most {room:,}, or leave the number out.</source>
        <comment>transcript_above_room</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{weights} of {model} differ from its embeddings and will not be used: its output layer is its embeddings (tie_word_embeddings), as in PyTorch.</source>
        <comment>weights_unused</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{weights} of {model} differs from its embeddings and will not be used: its output layer is its embeddings (tie_word_embeddings), as in PyTorch.</source>
        <comment>weights_unused</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} does not fit into memory: use fewer prompts, beams or new tokens.</source>
        <comment>call_too_large</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} failed: {kind}: {why}{noted}</source>
        <comment>call_failed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{which} contains a NUL character at {place}: remove it.</source>
        <comment>prompt_with_nul</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{which} contains half a character (a lone surrogate) at {place}: remove it.</source>
        <comment>prompt_with_surrogate</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{which} has {count:,} characters, more than {most:,}: shorten it.</source>
        <comment>prompt_too_long</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{which} is empty: remove it or type some text.</source>
        <comment>prompt_empty</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{which} is not UTF-8 at {place}: write it in UTF-8, or in a file of it.</source>
        <comment>prompt_not_utf8</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{within} of 1 first call took a time within its forecast; nine of ten should.</source>
        <comment>within_forecasts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{within} of the last {count} first calls took a time within their forecast; nine of ten should.</source>
        <comment>within_forecasts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word} has {count} tokens, more than the {most} of one of bad_words_ids: shorten it.</source>
        <comment>word_of_too_many_tokens</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
