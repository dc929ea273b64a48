using System;
using System.Threading.Tasks;
using Pulumi.Serialization;

namespace Pulumi;

public static partial class Output
{
    public static Output<(T1, T2)> Tuple<T1, T2>(Input<T1> item1, Input<T2> item2)
        => Together(async joint => (await joint.TakeAsync<T1>(item1), await joint.TakeAsync<T2>(item2)));

    public static Output<(T1, T2)> Tuple<T1, T2>(Output<T1> item1, Output<T2> item2)
        => Tuple((Input<T1>)item1, (Input<T2>)item2);

    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Input<T1> item1, Input<T2> item2, Input<T3> item3)
        => Together(async joint => (await joint.TakeAsync<T1>(item1), await joint.TakeAsync<T2>(item2), await joint.TakeAsync<T3>(item3)));

    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Output<T1> item1, Output<T2> item2, Output<T3> item3)
        => Tuple((Input<T1>)item1, (Input<T2>)item2, (Input<T3>)item3);

    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4)
        => Together(async joint => (await joint.TakeAsync<T1>(item1), await joint.TakeAsync<T2>(item2), await joint.TakeAsync<T3>(item3), await joint.TakeAsync<T4>(item4)));

    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4)
        => Tuple((Input<T1>)item1, (Input<T2>)item2, (Input<T3>)item3, (Input<T4>)item4);

    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5)
        => Together(async joint => (await joint.TakeAsync<T1>(item1), await joint.TakeAsync<T2>(item2), await joint.TakeAsync<T3>(item3), await joint.TakeAsync<T4>(item4), await joint.TakeAsync<T5>(item5)));

    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5)
        => Tuple((Input<T1>)item1, (Input<T2>)item2, (Input<T3>)item3, (Input<T4>)item4, (Input<T5>)item5);

    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6)
        => Together(async joint => (await joint.TakeAsync<T1>(item1), await joint.TakeAsync<T2>(item2), await joint.TakeAsync<T3>(item3), await joint.TakeAsync<T4>(item4), await joint.TakeAsync<T5>(item5), await joint.TakeAsync<T6>(item6)));

    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6)
        => Tuple((Input<T1>)item1, (Input<T2>)item2, (Input<T3>)item3, (Input<T4>)item4, (Input<T5>)item5, (Input<T6>)item6);

    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6, Input<T7> item7)
        => Together(async joint => (await joint.TakeAsync<T1>(item1), await joint.TakeAsync<T2>(item2), await joint.TakeAsync<T3>(item3), await joint.TakeAsync<T4>(item4), await joint.TakeAsync<T5>(item5), await joint.TakeAsync<T6>(item6), await joint.TakeAsync<T7>(item7)));

    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7)
        => Tuple((Input<T1>)item1, (Input<T2>)item2, (Input<T3>)item3, (Input<T4>)item4, (Input<T5>)item5, (Input<T6>)item6, (Input<T7>)item7);

    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6, Input<T7> item7, Input<T8> item8)
        => Together(async joint => (await joint.TakeAsync<T1>(item1), await joint.TakeAsync<T2>(item2), await joint.TakeAsync<T3>(item3), await joint.TakeAsync<T4>(item4), await joint.TakeAsync<T5>(item5), await joint.TakeAsync<T6>(item6), await joint.TakeAsync<T7>(item7), await joint.TakeAsync<T8>(item8)));

    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7, Output<T8> item8)
        => Tuple((Input<T1>)item1, (Input<T2>)item2, (Input<T3>)item3, (Input<T4>)item4, (Input<T5>)item5, (Input<T6>)item6, (Input<T7>)item7, (Input<T8>)item8);

    private static Output<T> Together<T>(Func<JointData, Task<T>> take)
    {
        return new(Taken());

        async Task<OutputData<T>> Taken()
        {
            var joint = new JointData();
            return joint.Of(await take(joint));
        }
    }
}
