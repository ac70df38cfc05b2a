using System.Runtime.InteropServices;
using Linchpin.Commands;

// A limit on file size (SIGXFSZ) ends a program at once unless it asks to be told; told, the write fails and becomes a fault as a full disk does.
const int FileSizeLimit = 25;
using PosixSignalRegistration? limit = OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create((PosixSignal)FileSizeLimit, told => told.Cancel = true);
return await CommandLine.RunAsync(args).ConfigureAwait(false);
