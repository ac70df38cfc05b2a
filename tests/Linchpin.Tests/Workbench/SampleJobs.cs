namespace Linchpin.Tests.Workbench;

/// <summary>Jobs as an earlier run left them on the disk: one that ended, and two that it was killed before the end of.</summary>
internal static class SampleJobs
{
    public const string Done = "0194ca1c2d3e7000800000000000000a";
    public const string Stopped = "0194ca1c2d3e7000800000000000000c";
    public const string Interrupted = "0194ca1c2d3e7000800000000000000b";

    public static void Write(string home)
    {
        Put(home, Done, """
            {"id":"0194ca1c2d3e7000800000000000000a","kind":"reading","title":"3 files","asked":"2025-02-03T03:00:00+00:00","settings":{"files":[]},"state":"done",
             "began":"2025-02-03T03:00:01+00:00","ended":"2025-02-03T03:00:02+00:00","done":3,"total":3,"items":[
             {"key":"0001","name":"a.txt","said":"12 claims stored","says":{"key":"job-said.claims","values":["12"]}},{"key":"0002","name":"<b>.txt","said":"already in the record","says":{"key":"job-said.known","values":[]}},
             {"key":"0003","name":"c.txt","fault":{"code":"reading.empty","cause":"The document has no bytes.","remedy":"Give a file that has text in it."}}]}
            """);
        Put(home, Interrupted, """
            {"id":"0194ca1c2d3e7000800000000000000b","kind":"reading","title":"2 files","asked":"2025-02-03T03:30:00+00:00","settings":{"files":[]},"state":"running",
             "began":"2025-02-03T03:30:01+00:00","done":1,"total":2,"items":[{"key":"0001","name":"a.txt","said":"12 claims stored"}]}
            """);
        Put(home, Stopped, """
            {"id":"0194ca1c2d3e7000800000000000000c","kind":"reading","title":"1 file","asked":"2025-02-03T03:40:00+00:00","settings":{"files":[{"key":"0001","name":"gone.txt","folder":""}],"label":{}},"state":"waiting"}
            """);
    }

    private static void Put(string home, string id, string json)
    {
        string folder = Directory.CreateDirectory(Path.Combine(home, "jobs", id)).FullName;
        File.WriteAllText(Path.Combine(folder, "job.json"), json);
    }
}
